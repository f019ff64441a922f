import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useCommand } from '../../shared/use-command';

/** Words of a table of targets, and the way to change them. */
export function EditTargets({ words }: { words: string }) {
  const { label, tooltip, disabled, run } = useCommand('targets');
  return (
    <>
      {words}
      <Tooltip label={tooltip}>
        <ActionIcon
          size={22}
          aria-label={label}
          aria-disabled={disabled !== null}
          onClick={() => disabled === null && run()}
        >
          <IconPencil size={15} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

export function TargetsButton() {
  const { label, disabled, run } = useCommand('targets');
  return (
    <Button
      disabled={disabled !== null}
      leftSection={<IconPencil size={14} aria-hidden="true" />}
      onClick={run}
    >
      {label}
    </Button>
  );
}
