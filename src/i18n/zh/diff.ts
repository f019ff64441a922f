/** Words of `xuezhi diff`. */
export const diff = {
  'diff.side': '{{project}}（第 {{revision}} 步）',
  'diff.head': '{{a}} → {{b}}',
  'diff.layer': '{{layer}}：新增 {{added}}，删除 {{removed}}，移动或改形 {{moved}}，改属性 {{changed}}',
  'diff.moved': '移动 {{by}}',
  'diff.added': '新增',
  'diff.removed': '删除',
  'diff.more': '……另有 {{count}} 项',
  'diff.kind.project': '项目信息',
  'diff.kind.layer': '图层来源 {{id}}',
  'diff.kind.pack': '规则集 {{id}}',
  'diff.kind.rule': '规则 {{id}}',
  'diff.kind.standard': '标准 {{id}}',
  'diff.kind.target': '目标 {{id}}',
  'diff.decisions':
    '核查意见：新增 {{added}}，变为依据已变 {{stale}}，恢复有效 {{current}}，冲突已消除 {{gone}}；备注新增 {{comments}}',
  'diff.decision-stale': '依据已变 {{id}}：{{before}} → {{after}}',
  'diff.decision-current': '恢复有效 {{id}}：{{before}} → {{after}}',
  'diff.decision-gone': '已消除 {{id}}（原 {{before}}）',
  'diff.conflicts': '冲突：新增 {{gained}}，消除 {{lost}}，变化 {{changed}}',
  'cli.missing-two-paths': '{{command}} 需要两个路径：原项目，以及另一项目或图层文件。',
  'cli.which-layer': '看不出 {{file}} 是哪个图层；请用 --layer 指明：{{allowed}}。',
} as const;
