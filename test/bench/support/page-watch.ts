import type { Page } from '@playwright/test';

interface Watched {
  readonly frames: number[];
  readonly tasks: number[];
}

/** What a page did while it was watched, milliseconds. */
export interface PageWork {
  /** Between one frame and the next. */
  readonly frames: readonly number[];
  /** Tasks of the main thread that took more than 50 ms. */
  readonly longTasks: readonly number[];
}

/** Has the page note its frames and long tasks from its start. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { frames: [], tasks: [] };
    Object.assign(window, { watched });
    let last = performance.now();
    const onFrame = (now: number) => {
      watched.frames.push(now - last);
      last = now;
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
}

/** What the page did since it was last asked. */
export async function workOf(page: Page): Promise<PageWork> {
  return page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched };
    return { frames: watched.frames.splice(0), longTasks: watched.tasks.splice(0) };
  });
}
