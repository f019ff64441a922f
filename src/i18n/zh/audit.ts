/** Verifying journals and evidence bundles. */
export const audit = {
  'audit.entry': '第 {{seq}} 条“{{action}}”，{{actor}}，{{at}}',
  'audit.entry-unreadable': '日志第 {{line}} 行(应为第 {{seq}} 条)无法读取，内容已损坏或被改动。',
  'audit.entry-content': '日志第 {{seq}} 条(第 {{line}} 行)的内容与其校验值不符，已被改动。',
  'audit.entry-spelling': '日志第 {{seq}} 条(第 {{line}} 行)不是原样写出的字节，文件被改写过。',
  'audit.entry-sequence': '日志第 {{seq}} 条缺失或次序不对(第 {{line}} 行)。',
  'audit.entry-link': '日志第 {{seq}} 条(第 {{line}} 行)与上一条不相衔接，其前的记录被换过。',
  'audit.decision-changed': '核查意见 {{id}}({{conflict}})与日志所记不同，已在别处被改动。',
  'audit.decision-missing': '核查意见 {{id}}({{conflict}})在日志中，却已不在核查意见文件里。',
  'audit.decision-taken-back': '核查意见 {{id}}({{conflict}})已按日志撤回，却仍在核查意见文件里。',
  'audit.decision-slipped-in': '核查意见 {{id}}({{conflict}})在日志中没有来历，是另行加入的。',
  'audit.comment-changed': '备注 {{id}}({{conflict}})与日志所记不同，已在别处被改动。',
  'audit.comment-missing': '备注 {{id}}({{conflict}})在日志中，却已不在备注文件里。',
  'audit.comment-taken-back': '备注 {{id}}({{conflict}})已按日志撤回，却仍在备注文件里。',
  'audit.comment-slipped-in': '备注 {{id}}({{conflict}})在日志中没有来历，是另行加入的。',
  'audit.journal-whole': '日志完整:{{count}} 条记录逐条相符。',
  'audit.no-journal': '项目没有日志，无从核对其经过。',
  'audit.journal-missing': '项目指定的日志 {{file}} 不存在，核查意见无从核对。',
  'audit.bundle':
    '证据包:{{project}}，{{createdAt}} 由 {{by}} 生成，引擎 {{engine}}，冲突截至 {{asOf}}，清单校验值 {{sha256}}。',
  'audit.files-whole': '文件完整:{{count}} 个文件逐一相符。',
  'audit.check-same': '重新计算结果相同:冲突 {{conflicts}} 处，临界 {{marginal}} 处。',
  'audit.file-changed': '文件 {{path}} 与清单不符，已被改动。',
  'audit.file-missing': '清单中的文件 {{path}} 不在证据包里。',
  'audit.file-added': '文件 {{path}} 不在清单中，是另行加入的。',
  'audit.file-unreadable': '文件 {{path}} 已损坏，无法读取。',
  'audit.check-rule':
    '重新计算结果不同:规则 {{rule}} 原有冲突 {{conflicts}} 处、临界 {{marginal}} 处，现为 {{conflictsNow}} 处、{{marginalNow}} 处。',
  'audit.check-differs':
    '重新计算结果不同:各规则数目相同，但量测值或核查意见有异(原引擎 {{before}}，本机 {{now}})。',
  'bundle-version': '{{file}} 的版本 {{version}} 不受支持(支持 {{supported}})；请更新软件。',
  'bundle-name-taken': '项目中已有名为 {{file}} 的文件，不能生成证据包；请先改名。',
} as const;
