// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppStores } from '../../../src/store/app-stores';
import { createAnalysisStore } from '../../../src/store/analysis-store';
import { createPlanStore } from '../../../src/store/plan-store';
import { createSessionStore } from '../../../src/store/session-store';
import { commandFor, followKeyboard, placeOf, type KeyPress } from '../../../src/commands/keyboard';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});
const idFor = (...input: Parameters<typeof commandFor>) => commandFor(...input)?.id ?? null;

describe('which command a key runs', () => {
  test.each([
    ['undo', press('z', { ctrlKey: true })],
    ['undo', press('z', { metaKey: true })],
    ['redo', press('Z', { ctrlKey: true, shiftKey: true })],
    ['redo', press('y', { ctrlKey: true })],
    ['save', press('s', { ctrlKey: true })],
    ['toggle-snapping', press('s')],
    ['zoom-to-selection', press('z')],
    ['delete-selection', press('Delete')],
    ['finish-sketch', press('Enter')],
    ['cancel', press('Escape')],
    ['shortcuts', press('?', { shiftKey: true })],
    ['shortcuts', press('?')],
    ['show-conflicts', press('3')],
    [null, press('s', { altKey: true })],
    ['base-maps', press('b')],
    [null, press('9')],
    [null, press('3', { shiftKey: true })],
  ])('%s', (id, key) => {
    expect(idFor(key, 'other')).toBe(id);
  });

  test('none while an input method composes', () => {
    expect(idFor(press('Enter', { isComposing: true }), 'other')).toBeNull();
    expect(idFor(press('s', { keyCode: 229 }), 'other')).toBeNull();
  });

  test('in a field only keys with Ctrl that do not edit its text', () => {
    expect(idFor(press('s'), 'text')).toBeNull();
    expect(idFor(press('Delete'), 'text')).toBeNull();
    expect(idFor(press('z', { ctrlKey: true }), 'text')).toBeNull();
    expect(idFor(press('s', { ctrlKey: true }), 'text')).toBe('save');
  });

  test('on a control Enter is the control’s own', () => {
    expect(idFor(press('Enter'), 'control')).toBeNull();
    expect(idFor(press('n'), 'control')).toBe('next-conflict');
  });
});

describe('where a key is pressed', () => {
  const element = (html: string, selector: string) => {
    document.body.innerHTML = html;
    return document.querySelector(selector);
  };
  test.each([
    ['text', '<input>', 'input'],
    ['text', '<input type="number">', 'input'],
    ['text', '<textarea></textarea>', 'textarea'],
    ['text', '<select></select>', 'select'],
    ['control', '<input type="checkbox">', 'input'],
    ['control', '<button><span>x</span></button>', 'span'],
    ['control', '<a href="#">x</a>', 'a'],
    ['control', '<div role="row" tabindex="0"></div>', 'div'],
    ['other', '<canvas></canvas>', 'canvas'],
    ['other', '<div></div>', 'div'],
  ])('%s: %s', (place, html, selector) => {
    expect(placeOf(element(html, selector))).toBe(place);
  });
  test('a window is no field', () => {
    expect(placeOf(null)).toBe('other');
  });
});

describe('keys pressed in the page', () => {
  const session = createSessionStore();
  const project = { getState: () => ({ home: { kind: 'none' } }) };
  const stores = { session, project, plan: createPlanStore(), analysis: createAnalysisStore() } as AppStores;
  let stop: () => void;
  const type = (key: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  };

  beforeEach(() => {
    document.body.innerHTML = '';
    session.setState({ snapping: true, dialog: null });
    stop = followKeyboard(window, stores);
  });
  afterEach(() => stop());

  test('run their command, and go no further', () => {
    expect(type('s')).toBe(true);
    expect(session.getState().snapping).toBe(false);
  });
  test('held down, do it once', () => {
    type('s');
    type('s', { repeat: true });
    expect(session.getState().snapping).toBe(false);
  });
  test('are left alone where the command cannot be done, but never Ctrl+S', () => {
    expect(type('Delete')).toBe(false);
    expect(type('s', { ctrlKey: true })).toBe(true);
  });
  test('belong to an open dialog', () => {
    session.setState({ dialog: { kind: 'about' } });
    expect(type('s')).toBe(false);
    expect(session.getState().snapping).toBe(true);
  });
  test('that something else has used are left to it', () => {
    const use = (event: Event) => event.preventDefault();
    document.body.addEventListener('keydown', use);
    type('s');
    document.body.removeEventListener('keydown', use);
    expect(session.getState().snapping).toBe(true);
  });
  test('run nothing when it has ended', () => {
    stop();
    expect(type('s')).toBe(false);
  });
});
