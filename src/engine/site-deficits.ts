import type { Deficit, Target } from '../domain/target';

/** The programme of sites that are wanted but have no place yet; every other one plans sites that are drawn. */
const NEXT_PROGRAMME = 'next';

/** What a count of sites needs to know of a school. */
interface CountedSite {
  readonly stage: string;
  readonly status: string;
  readonly district: string | null;
  /** The school's own `programme`, which decides for which targets it counts; undefined: see `siteDeficits`. */
  readonly programme: string | undefined;
}

/**
 * Targets that have too few sites. New sites are planned ones and those under construction; a target with basis
 * `total` counts existing ones too. A school counts for every programme but `next`, whose targets are met by
 * proposed sites and by the new ones that other programmes' targets leave over, district by district. A school that
 * names its `programme` counts for that one only, for `next` with any status but `existing`.
 */
export function siteDeficits(targets: readonly Target[], sites: readonly CountedSite[]): readonly Deficit[] {
  return targets.flatMap((target) => {
    const { programme, district, stage } = target;
    const actual =
      programme === NEXT_PROGRAMME ? countForNext(target, targets, sites) : countDrawn(target, sites);
    const missing = target.sites - actual;
    if (missing <= 0) return [];
    return [
      {
        kind: 'sites',
        programme,
        district,
        stage,
        target: target.sites,
        actual,
        missing,
        unit: 'site',
      } as const,
    ];
  });
}

function countDrawn({ programme, district, stage, basis }: Target, sites: readonly CountedSite[]): number {
  return sites.filter(
    (site) =>
      site.stage === stage &&
      isIn(site, district) &&
      (site.programme === undefined || site.programme === programme) &&
      (isNew(site) || (basis === 'total' && site.status === 'existing')),
  ).length;
}

function countForNext(target: Target, targets: readonly Target[], sites: readonly CountedSite[]): number {
  const ofStage = sites.filter(({ stage }) => stage === target.stage);
  const inScope = ofStage.filter((site) => isIn(site, target.district));
  const named = inScope.filter(
    ({ programme, status }) => programme === NEXT_PROGRAMME && status !== 'existing',
  );
  const proposed = inScope.filter(
    ({ programme, status }) => programme === undefined && status === 'proposed',
  );
  const existing =
    target.basis === 'total' ? inScope.filter(({ status }) => status === 'existing').length : 0;
  return named.length + proposed.length + existing + surplus(target, targets, ofStage);
}

/** New sites in the target's scope that no target of another programme claims. */
function surplus(target: Target, targets: readonly Target[], ofStage: readonly CountedSite[]): number {
  const others = targets.filter(
    ({ programme, stage }) => programme !== NEXT_PROGRAMME && stage === target.stage,
  );
  const districts = new Set(
    ofStage.filter((site) => isIn(site, target.district)).map(({ district }) => district),
  );
  let over = 0;
  for (const district of districts) {
    const here = ofStage.filter((site) => site.programme === undefined && site.district === district);
    const claimed = district === null ? 0 : claims(others, district, here);
    over += Math.max(0, here.filter(isNew).length - claimed);
  }
  if (target.district !== null) return over;
  const everywhere = ofStage.filter((site) => site.programme === undefined);
  return Math.max(0, over - claims(others, null, everywhere));
}

/** How many new sites the targets of one scope need. */
function claims(targets: readonly Target[], scope: string | null, sites: readonly CountedSite[]): number {
  const existing = sites.filter(({ status }) => status === 'existing').length;
  return targets
    .filter(({ district }) => district === scope)
    .reduce(
      (sum, { basis, sites: wanted }) => sum + Math.max(0, wanted - (basis === 'total' ? existing : 0)),
      0,
    );
}

function isIn(site: CountedSite, district: string | null): boolean {
  return district === null || site.district === district;
}

function isNew({ status }: CountedSite): boolean {
  return status === 'planned' || status === 'under-construction';
}
