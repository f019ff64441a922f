/** The command line's words. */
export const cli = {
  'cli.usage.check':
    'xuezhi check <项目> [--rules 文件…] [--format json|geojson|csv] [--out 文件] [--fail-on prohibit|restrict|study|notice|never] [--as-of 年-月-日]',
  'cli.usage.validate':
    'xuezhi validate <文件或项目> [--from EPSG:4523|gcj02|…] [--encoding …] [--parameters 七参数文件] [--role parcels] [--map 字段=本系统字段 …] [--scheme …] [--json]',
  'cli.usage.verify': 'xuezhi verify <项目或证据包>',
  'cli.usage.diff':
    'xuezhi diff <项目> <另一项目或图层文件> [--layer 图层] [--format json|text] [--out 文件] [--as-of 年-月-日]',
  'cli.usage.report':
    'xuezhi report <项目> --out 文件.docx|.pdf|.xlsx [--lang zh|en] [--kind review|register|yearly|conflict] [--conflict 冲突编号]… [--audience internal|public] [--as-of 年-月-日]',
  'cli.usage.appraise':
    'xuezhi appraise <项目> --parcel 编号 | --proposal 文件 [--format json|text] [--out 文件]',
  'cli.usage.convert':
    'xuezhi convert <输入> <输出> [--from EPSG:4523|gcj02|…] [--to …] [--encoding …] [--role parcels] [--map 字段=本系统字段 …] [--to-encoding utf-8|gb18030] [--scheme 用地分类标准] [--parameters 七参数文件] [--qgis] [--profile internal|public] [--round 米] [--approval-number 审图号]',
  'cli.bad-option': '选项 {{option}} 的值“{{value}}”无效，应为 {{allowed}} 之一。',
  'cli.unknown-option': '{{command}} 没有选项 {{option}}；用 --help 查看用法。',
  'cli.unknown-command': '没有命令 {{command}}；用 --help 查看有哪些命令。',
  'cli.bad-day': '选项 {{option}} 的值“{{value}}”不是日期；请按 年-月-日 填写，如 2026-12-31。',
  'cli.bad-report-file': '报告文件“{{file}}”应以 .docx、.pdf 或 .xlsx 结尾。',
  'cli.no-such-conflict': '没有冲突 {{conflict}}；请用 xuezhi check 查看编号。',
  'cli.missing-path': '{{command}} 需要一个项目或文件的路径。',
  'cli.missing-value': '选项 {{option}} 需要一个值。',
  'cli.extra-argument': '多余的参数 {{argument}}；请删去。',
  'cli.not-found': '找不到 {{file}}；请检查路径。',
  'cli.system-error': '系统错误：{{detail}}；请检查路径与权限。',
  'cli.feature-rejected': '{{layer}} 第 {{index}} 个要素（{{id}}）无法使用：{{reason}}',
  'cli.rule-not-run': '规则 {{rule}} 未能检查：缺少图层“{{layer}}”',
  'cli.pack-valid': '规则集 {{pack}} 有效，共 {{rules}} 条规则',
  'cli.layer-valid': '{{file}}（{{layer}}）：{{total}} 个要素，接受 {{accepted}} 个',
  'cli.rejected': '拒绝 第 {{index}} 个（{{id}}）：{{text}}',
  'cli.repaired': '修复 第 {{index}} 个（{{id}}）：{{text}}',
  'cli.warning': '提醒 第 {{index}} 个（{{id}}）：{{text}}',
  'cli.area-kept': '；面积 {{after}}，不变',
  'cli.area-changed': '；面积 {{before}} → {{after}}，变化 {{change}}（{{share}}）',
  'cli.area-if-mended': '；导入时可确认修复：面积 {{before}} → {{after}}，变化 {{change}}（{{share}}）',
  'cli.validate-project-options':
    '“{{file}}”是项目，其图层的坐标系与字段已定；--from 等选项只用于单独的文件。',
} as const;
