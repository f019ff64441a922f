/**
 * Facilities placed at random: `[count, name, land uses they stand on, clearance, options]`. They keep `clearance`
 * metres away from every school, so that those in `FACING` are the telling ones. `whole` takes the whole parcel.
 */
export const SCATTERED = {
  'net-cafe': [11, '网吧', ['090101', '0902'], 215],
  entertainment: [10, '歌舞娱乐城', ['0903', '090101', '0902'], 60],
  bar: [9, '酒吧', ['090101', '090103'], 40],
  lottery: [20, '彩票站', ['090101', '090103', '070102'], 20],
  tobacco: [34, '烟酒店', ['090101', '090103', '070102'], 15],
  'adult-shop': [4, '成人用品店', ['090101'], 120],
  'petrol-station': [9, '加油站', ['090101', '120803', '110101'], 70],
  'lpg-station': [2, '液化气站', ['110101', '100103', '100102'], 150, { whole: true }],
  'waste-transfer': [6, '垃圾转运站', ['1309', '1303', '120803'], 60],
  'waste-collection': [12, '垃圾收集点', ['070102', '1309'], 30],
  'wastewater-plant': [2, '污水处理厂', ['1302', '100102'], 300, { whole: true }],
  'noisy-industry': [8, '机械加工厂', ['100102', '100103'], 60, { whole: true }],
  market: [10, '农贸市场', ['090101', '090102'], 30, { whole: true }],
  mall: [5, '购物中心', ['090101', '0902'], 30, { whole: true }],
  'car-park': [18, '停车场', ['120803'], 10, { whole: true }],
  stall: [8, '夜市摊区', ['090103', '090101'], 40],
  'bus-station': [4, '客运站', ['120803', '0902'], 120, { whole: true }],
  hospital: [6, '综合医院', ['080601', '0801'], 40, { whole: true }],
  'hazmat-store': [2, '化工仓库', ['110101', '100103'], 150, { whole: true }],
  'class-a-warehouse': [2, '甲类仓库', ['110101', '100103', '100102'], 120, { whole: true }],
  'class-a-workshop': [2, '甲类厂房', ['100103', '100102', '100101'], 120, { whole: true }],
};

/** In the fields, in metres: `[kind, name, x, y, size]`, size 0 for a point. */
export const IN_THE_FIELDS = [
  ['landfill', '生活垃圾填埋场', -5300, -6200, 260],
  ['funeral', '江城殡仪馆', 4600, -6300, 120],
  ['prison', '江城看守所', -5900, 4700, 130],
  ['infectious-hospital', '江城传染病医院', 3300, 6200, 110],
  ['livestock', '生猪养殖场', -4700, -5200, 90],
  ['livestock', '养鸡场', 6300, 4700, 60],
  ['livestock', '奶牛场', 1800, -6300, 100],
  ['fireworks', '烟花爆竹仓库', -900, -5700, 70],
  ['wastewater-plant', '江南污水处理厂', -4300, -4700, 140],
  ['noisy-industry', '采石场', -6300, -5900, 150],
];

/**
 * In front of a school at a measured distance: `[kind, school id, metres, properties]`. Pairs stand either side of
 * a limit; some lie within the tolerance; some are of a kind or size to which the tempting limit does not apply.
 */
export const FACING = [
  ['net-cafe', 'S-JB-05', 195],
  ['net-cafe', 'S-JB-06', 204],
  ['net-cafe', 'S-JB-19', 200.02],
  ['net-cafe', 'S-JB-09', 88],
  ['net-cafe', 'S-QL-03', 199.6],
  ['net-cafe', 'S-QL-20', 200.4],
  ['net-cafe', 'S-QL-05', 131],
  ['net-cafe', 'S-JN-03', 156],
  ['net-cafe', 'S-JD-02', 199.98],
  ['net-cafe', 'S-QL-25', 62],
  ['net-cafe', 'S-JB-02', 60],
  ['petrol-station', 'S-QL-04', 31, { vapourRecovery: true }],
  ['petrol-station', 'S-QL-26', 44, { vapourRecovery: true }],
  ['petrol-station', 'S-JN-04', 47, {}],
  ['petrol-station', 'S-QL-01', 33, { vapourRecovery: true }],
  ['petrol-station', 'S-JB-13', 36.5, { vapourRecovery: true }],
  ['petrol-station', 'S-JN-12', 51.5, {}],
  ['petrol-station', 'S-JD-08', 49.97, { vapourRecovery: false }],
  ['class-a-workshop', 'S-JD-05', 46],
  ['class-a-workshop', 'S-JD-09', 53],
  ['class-a-warehouse', 'S-JN-15', 48.5],
  ['class-a-warehouse', 'S-JD-02', 51],
  ['class-a-warehouse', 'S-JN-13', 50.03],
  ['waste-transfer', 'S-JB-12', 9.2, { tonnesPerDay: 60 }],
  ['waste-transfer', 'S-JB-14', 11.4, { tonnesPerDay: 80 }],
  ['waste-transfer', 'S-QL-09', 14.1, { tonnesPerDay: 300 }],
  ['waste-transfer', 'S-QL-12', 16.3, { tonnesPerDay: 260 }],
  ['waste-transfer', 'S-JN-05', 28, { tonnesPerDay: 520 }],
  ['waste-transfer', 'S-JD-03', 32, { tonnesPerDay: 600 }],
  ['lottery', 'S-JB-04', 42],
  ['tobacco', 'S-JB-04', 24],
  ['tobacco', 'S-QL-03', 38],
  ['entertainment', 'S-JB-09', 74],
];
