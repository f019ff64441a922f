/** What is said of an office's own grid. */
export const localGrid = {
  'local-grid.open': '地方独立坐标系…',
  'local-grid.title': '地方独立坐标系',
  'local-grid.datum': '椭球',
  'local-grid.datum.cgcs2000': 'CGCS2000 椭球',
  'local-grid.datum.xian80': '西安 80（1975 国际椭球）',
  'local-grid.datum.beijing54': '北京 54（克拉索夫斯基椭球）',
  'local-grid.datum.wgs84': 'WGS84 椭球',
  'local-grid.centralMeridian': '中央经线（°E，可写度分秒）',
  'local-grid.heightM': '投影面高程（m）',
  'local-grid.falseEastingM': '东坐标加常数（m）',
  'local-grid.falseNorthingM': '北坐标加常数（m）',
  'local-grid.scale': '中央经线长度比',
  'local-grid.latitudeOfOrigin': '起算纬度（°N，赤道为 0）',
  'local-grid.range': '应为 {{least}} 至 {{most}} 之间的数。',
  'local-grid.surface':
    '投影面高程按椭球膨胀法：长半轴加投影面高程，扁率与经纬度不变。用长度比代替投影面的，高程填 0，改填长度比。',
  'local-grid.keep': '在本机记住，名称：',
  'local-grid.name': '坐标系名称',
  'local-grid.take': '采用这个坐标系',
  'local-grid.secret':
    '地方坐标系参数可能涉密或属内部资料：默认用完即弃；记住的只存在本机浏览器，不写入项目和日志；按此坐标系导出的文件（.prj 等）会带上这些参数。七参数一律不保存。',
  'local-grid.remembered': '本机记住的坐标系',
  'local-grid.forget': '从本机删除',
  'crs-name.local': '地方坐标系 {{crs}}',
} as const;
