/** What reading boundary-point files 界址点坐标 finds. */
export const boundaryText = {
  'txt-no-plots': '“{{file}}”中没有界址点；请核对格式。',
  'txt-east-first': '文件东坐标在前，已按东、北读取。',
  'txt-zone-differs': '带号写的是 {{stated}}，坐标前的带号是 {{prefix}}；按坐标读取。',
  'txt-stray-lines': '{{count}} 行看不懂，已跳过（首行为第 {{line}} 行）。',
  'txt-extension': '扩展信息（{{names}}）不属于任何地块，未读入。',
  'txt-plot-empty': '{{count}} 个地块没有界址点（首个为 {{plot}}）。',
  'txt-point-count': '{{count}} 个地块的界址点数与所列点数不符（首个为 {{plot}}）。',
  'txt-area-differs': '{{count}} 个地块的面积与按坐标计算的相差超过 1%（首个为 {{plot}}）；以坐标为准。',
  'txt-area-in-m2': '{{count}} 个地块的面积是平方米而非公顷（首个为 {{plot}}）；已按平方米读取。',
  'txt-area-in-mu': '{{count}} 个地块的面积是亩而非公顷（首个为 {{plot}}）；已按亩读取。',
} as const;
