import { Button } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { useCommand } from '../shared/use-command';

/** Appraises the selected parcel. */
export function AppraiseButton() {
  const { label, tooltip, disabled, run } = useCommand('appraise');
  return (
    <Button
      leftSection={<IconClipboardCheck size={14} aria-hidden="true" />}
      title={tooltip}
      disabled={disabled !== null}
      onClick={run}
    >
      {label}
    </Button>
  );
}
