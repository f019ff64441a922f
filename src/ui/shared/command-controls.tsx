import { ActionIcon, Kbd, Menu, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommand } from './use-command';

/** A command as an icon. Disabled it keeps its focus and says why. */
export function CommandIcon({ id, children }: { id: string; children: ReactNode }) {
  const { label, tooltip, disabled, run } = useCommand(id);
  return (
    <Tooltip label={tooltip}>
      <ActionIcon
        aria-label={label}
        aria-disabled={disabled !== null}
        {...(disabled === null ? {} : { 'data-disabled': true })}
        onClick={() => disabled === null && run()}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

export function CommandItem({ id, icon }: { id: string; icon?: ReactNode }) {
  const { label, keys, disabled, run } = useCommand(id);
  return (
    <Menu.Item
      leftSection={icon}
      rightSection={keys === null ? undefined : <Kbd size="xs">{keys}</Kbd>}
      disabled={disabled !== null}
      title={disabled ?? undefined}
      onClick={run}
    >
      {label}
    </Menu.Item>
  );
}
