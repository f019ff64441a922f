import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { addPack, removePack } from '../../../commands/edit-rules';
import { packsOf } from '../../../domain/plan';
import type { RulePack } from '../../../domain/rule';
import layout from '../../shared/layout.module.css';
import { EmptyState, Note, Section } from '../../shared/section';
import { useServices, type ShippedPack } from '../../shared/services';
import { useStores } from '../../shared/stores-context';
import { Tag } from '../../shared/tag';
import { usePlan } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { RuleItem } from './rule-item';
import classes from './rules.module.css';
import { StandardsTable } from './standards-table';

/** 规则: the packs of the project, their rules and standards, each with its source. */
export function RulesPanel() {
  const { t } = useText();
  const plan = usePlan();
  const checked = useStore(useStores().analysis, (state) => state.analysis?.checked);
  const packs = useMemo(() => packsOf(plan), [plan]);
  const counts = useMemo(() => new Map(checked?.map(({ rule, conflicts }) => [rule, conflicts])), [checked]);
  return (
    <div className={layout.fill}>
      <div className={layout.toolbar}>
        <span className={layout.dim}>
          {t('rules.count', {
            packs: packs.length,
            rules: packs.reduce((sum, { pack }) => sum + pack.rules.length, 0),
          })}
        </span>
        <AddPackMenu present={packs.map(({ pack }) => pack.id)} />
      </div>
      <div className={`${layout.grow} ${layout.scroll}`}>
        {packs.length === 0 && <EmptyState title={t('rules.none')} text={t('rules.none.text')} />}
        {packs.map(({ pack, source }) => (
          <PackSection key={pack.id} pack={pack} source={source} counts={counts} />
        ))}
      </div>
    </div>
  );
}

function AddPackMenu({ present }: { present: readonly string[] }) {
  const { t, pick } = useText();
  const stores = useStores();
  const { shippedPacks } = useServices();
  const [shipped, setShipped] = useState<readonly ShippedPack[]>([]);
  useEffect(() => {
    let left = false;
    void shippedPacks().then((packs) => {
      if (!left) setShipped(packs);
    });
    return () => {
      left = true;
    };
  }, [shippedPacks]);
  const addable = shipped.filter(({ pack }) => !present.includes(pack.id));
  return (
    <Menu>
      <Menu.Target>
        <Button
          ml="auto"
          disabled={addable.length === 0}
          title={addable.length === 0 ? t('rules.add-pack.none') : undefined}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
        >
          {t('rules.add-pack')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {addable.map(({ source, pack }) => (
          <Menu.Item key={pack.id} onClick={() => addPack(stores, source, pack)}>
            {pick(pack.title)} {pack.version}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface PackSectionProps {
  pack: RulePack;
  source: string;
  counts: ReadonlyMap<string, number>;
}

function PackSection({ pack, source, counts }: PackSectionProps) {
  const { t, pick, word } = useText();
  const stores = useStores();
  const title = pick(pack.title);
  const standards = pack.standards ?? [];
  return (
    <section aria-label={title}>
      <div className={classes.pack}>
        <h2 className={classes.packTitle}>{title}</h2>
        <Tag tone="outline">{word('region', pack.region)}</Tag>
        <span className={layout.dim} title={source}>
          v{pack.version}
        </span>
        <Tooltip label={t('rules.remove-pack', { pack: title })}>
          <ActionIcon
            ml="auto"
            size={24}
            aria-label={t('rules.remove-pack', { pack: title })}
            onClick={() => removePack(stores, pack.id)}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </Tooltip>
      </div>
      {pack.rules.map((rule) => (
        <RuleItem key={rule.id} rule={rule} pack={pack} conflicts={counts.get(rule.id) ?? null} />
      ))}
      {standards.length > 0 && (
        <Section title={t('rules.standards')}>
          <StandardsTable pack={pack} standards={standards} />
          <Note>{t('rules.standards.note')}</Note>
        </Section>
      )}
    </section>
  );
}
