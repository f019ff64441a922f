/** What is said of reference systems and of where a layer lies. */
export const crs = {
  'crs-from-file': '文件写明坐标系为 {{crs}}。',
  'crs-hint-unknown': '看不懂文件写的坐标系“{{crs}}”；请按坐标数值选择。',
  'crs-hint-contradicted': '文件写明坐标系为 {{crs}}，但按它计算不在本市；请核对。',
  'crs-from-prefix': '东坐标前有带号 {{zone}}：{{width}}°分带，{{crs}}。',
  'crs-from-place': '按中央经线 {{meridian}}° 计算（{{crs}}）；坐标本身没有带号，请核对位置。',
  'crs-from-size': '坐标的大小像网络墨卡托（{{crs}}）。',
  'crs-from-degrees': '坐标是经纬度，按 CGCS2000 / WGS84。',
  'crs-from-degrees-swapped': '坐标是经纬度，纬度在前，按 CGCS2000 / WGS84。',
  'crs-perhaps-offset': '若数据来自手机或网络地图，可能是 {{crs}} 偏移坐标；只能近似还原。',
  'crs-perhaps-older': '若是旧基准，则为 {{crs}}；需填写本地七参数。',
  'crs-approximate-offset': '{{crs}}：只能近似换算，位置可能相差约 1 米。',
  'crs-approximate-unshifted': '{{crs}}：旧基准，未用七参数换算，位置可能相差百余米。',
  'crs-approximate-no-datum':
    '{{crs}}：没有写明大地基准，按 CGCS2000 处理；若实为旧基准，位置可能相差百余米。',
  'crs-text-unknown':
    '不认识坐标系“{{value}}”；请填 EPSG 代码（如 4544）、gcj02、bd09、PROJ 或 WKT，或从列表中选择。',
} as const;
