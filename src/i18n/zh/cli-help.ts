/** What each command of the command line does, with its options and examples. */
export const cliHelp = {
  'cli.help.more': '某个命令的选项和示例：xuezhi <命令> --help',
  'cli.help.options': '选项：',
  'cli.help.examples': '示例：',
  'cli.help.check':
    '按规则检查项目，列出冲突与缺口。退出码：0 完成，1 有达到 --fail-on 等级的冲突，2 用法或输入有误。',
  'cli.help.validate':
    '检查文件、项目或规则集能否读取，列出被拒绝、可修复和需留意的要素。退出码：0 可读，2 不可读。',
  'cli.help.verify': '核对项目日志或证据包是否被改动过。退出码：0 完整，1 有不符，2 读不了。',
  'cli.help.diff': '比较两个项目，或项目与在别处编辑过的图层文件。',
  'cli.help.report': '生成核查报告、冲突清单、年度实施情况或单项冲突材料。',
  'cli.help.appraise': '按全部规则核查一个地块或一个拟建方案。',
  'cli.help.convert':
    '转换格式与坐标系：读 GeoJSON、Shapefile、GeoPackage、文件地理数据库（GDB）、FlatGeobuf、KML、DXF、CSV、XLSX、界址点文本，按输出文件的扩展名写出。',
  'cli.option.rules': '改用这些规则集，代替项目自带的',
  'cli.option.format': '输出格式，取值见上',
  'cli.option.out': '写入此文件；不写则输出到屏幕',
  'cli.option.report.out': '报告文件；扩展名决定格式',
  'cli.option.fail-on': '有此等级及以上的冲突时，退出码为 1；默认 never',
  'cli.option.as-of': '核查意见按这一天是否仍有效判断；默认今天',
  'cli.option.from': '输入的坐标系：EPSG 代码、gcj02、bd09、PROJ 或 WKT；不写则自动识别',
  'cli.option.to': '输出的坐标系；不写则按输出格式的惯例',
  'cli.option.encoding': '输入的文字编码，如 gb18030；不写则自动识别',
  'cli.option.to-encoding': '输出的文字编码：utf-8（默认）或 gb18030',
  'cli.option.parameters': '七参数文件，用于北京 54、西安 80；只在内存中使用',
  'cli.option.role': '作为哪个图层：{{layers}}',
  'cli.option.map': '字段对应，可写多个：字段=本系统字段',
  'cli.option.scheme': '用地分类标准：MNR2023、GB50137-2011 或 GBT21010-2017',
  'cli.option.json': '结果以 JSON 输出到标准输出',
  'cli.option.qgis': '附 QGIS 工程与样式',
  'cli.option.profile': 'internal 内部（默认，全部内容）或 public 公开（去除敏感内容）',
  'cli.option.round': '公开版坐标取整到多少米',
  'cli.option.approval-number': '公开版的审图号',
  'cli.option.layer': '另一文件是哪个图层；不写则按文件名',
  'cli.option.kind': '报告种类：review 核查报告、register 冲突清单、yearly 年度实施情况、conflict 单项冲突',
  'cli.option.conflict': '只要这些冲突的材料，可写多次；编号见 xuezhi check',
  'cli.option.audience': '供谁看：internal 内部（默认）或 public 对外',
  'cli.option.lang': '报告文字：zh 或 en',
  'cli.option.parcel': '项目中的地块编号',
  'cli.option.proposal': '拟建方案的 GeoJSON 文件',
  'cli.examples.check':
    'xuezhi check 江城 --format csv --out 冲突.csv\nxuezhi check 江城.zip --fail-on prohibit',
  'cli.examples.validate':
    'xuezhi validate 控规地块.zip --role parcels --scheme MNR2023\nxuezhi validate 江城 --json > 检查.json',
  'cli.examples.verify': 'xuezhi verify 江城\nxuezhi verify 证据包.zip',
  'cli.examples.diff':
    'xuezhi diff 江城 江城-新 --format text\nxuezhi diff 江城 学校.geojson --layer schools',
  'cli.examples.report':
    'xuezhi report 江城 --out 核查报告.docx\nxuezhi report 江城 --out 冲突清单.xlsx --kind register',
  'cli.examples.appraise':
    'xuezhi appraise 江城 --parcel P-0033\nxuezhi appraise 江城 --proposal 新校.geojson --format json',
  'cli.examples.convert':
    'xuezhi convert 控规地块.shp 地块.gpkg --from EPSG:4523 --role parcels --scheme MNR2023 --qgis\nxuezhi convert 踏勘.kml 踏勘.dxf --from gcj02 --to EPSG:4544',
} as const;
