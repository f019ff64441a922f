import type { LayerName } from '../../../domain/layer';

/** A property that the engine reads, and what offices call it. */
export interface FieldTarget {
  readonly name: string;
  readonly type: 'text' | 'number';
  /** The commonest first; compared without case, blanks, `_` and what stands in brackets. */
  readonly aliases: readonly string[];
}

const text = (name: string, ...aliases: string[]): FieldTarget => ({ name, type: 'text', aliases });
const number = (name: string, ...aliases: string[]): FieldTarget => ({ name, type: 'number', aliases });

const ID = ['编号', '标识码', '唯一码', '序号', 'bsm', 'code', 'gid', 'objectid', 'fid', 'ogcfid'];
const NAME = ['名称', '名字', 'mc', 'title'];
const STATUS = text('status', '状态', '建设状态', '建设情况', '现状规划', '规划状态', 'zt');
const BASIS_DOC = text('basisDoc', '依据文件', '批准文件', '规划依据', '文号', '批准文号');

/** The properties of each layer (docs: project folder) with the names that files give them. */
export const FIELD_TARGETS: Readonly<Record<LayerName, readonly FieldTarget[]>> = {
  districts: [
    text('id', '片区编号', '片区代码', '单元编号', ...ID),
    text('name', '片区名称', '片区', '单元名称', ...NAME),
    number('population', '人口', '常住人口', '规划人口', '人口数', 'pop', 'rk'),
  ],
  schools: [
    text('id', '学校编号', '学校代码', '学校标识码', '校址编号', ...ID),
    text('name', '学校名称', '校名', '学校', '单位名称', 'xxmc', 'schoolname', ...NAME),
    text(
      'stage',
      '学段',
      '学校类型',
      '学校类别',
      '办学类型',
      '办学层次',
      '类型',
      '类别',
      'xd',
      'schooltype',
      'level',
    ),
    STATUS,
    number('classes', '班数', '班级数', '教学班数', '办学规模', '建设规模', '规模', 'bjs', 'bs'),
    number(
      'pupils',
      '学生数',
      '在校生数',
      '在校学生数',
      '学生人数',
      '在校人数',
      '学位数',
      '学位',
      'xss',
      'students',
    ),
    text('districtId', '片区', '所属片区', '所在片区', 'district'),
    text('campusName', '校区', '校区名称', 'campus'),
    text('institutionId', '机构代码', '学校机构编号', '统一社会信用代码'),
    text('action', '建设方式', '建设性质', '建设类型'),
    text('tenure', '权属', '土地权属', '权属性质'),
    BASIS_DOC,
    number('areaDocM2', '用地面积', '占地面积', '证载面积', '宗地面积', '批准面积', 'zdmj'),
  ],
  reservations: [
    text('id', '预留用地编号', '地块编号', '地块编码', 'dkbh', ...ID),
    text('name', '预留用地名称', '地块名称', 'dkmc', ...NAME),
    text('purpose', '预留用途', '用途', '预留类型'),
    STATUS,
    BASIS_DOC,
    text('approvedOn', '批准日期', '批复日期', '批准时间'),
    number('areaDocM2', '用地面积', '地块面积', '批准面积'),
  ],
  parcels: [
    text(
      'id',
      '地块编号',
      '地块编码',
      '地块号',
      '宗地编号',
      '宗地代码',
      '宗地号',
      'dkbh',
      'dkbm',
      'zddm',
      'plotno',
      ...ID,
    ),
    text('name', '地块名称', '宗地名称', '项目名称', 'dkmc', ...NAME),
    text(
      'landUse',
      ...[
        '用地代码',
        '用地性质代码',
        '用地编码',
        '地类编码',
        '地类代码',
        '用地分类代码',
        '用地用海分类代码',
        '用地性质',
      ],
      ...[
        '用地分类',
        '规划用地性质',
        '用地类型',
        '土地用途',
        '地块用途',
        '用途',
        '地类名称',
        '地类',
        '用地名称',
      ],
      ...['yddm', 'ydxz', 'ydxzdm', 'ydfldm', 'yhyddm', 'dlbm', 'dldm', 'dlmc', 'ydmc', 'landusecode'],
    ),
    text('codeScheme', '用地分类标准', '分类标准', '用地标准'),
    text('kind', '地块类型', '地块类别', '数据类型'),
    STATUS,
    number('households', '户数', '住户数', '规划户数', 'hs'),
    number('far', '容积率', 'rjl', 'plotratio'),
    number('heightM', '限高', '建筑限高', '建筑高度', '高度', 'jzgd', 'jzxg'),
    number('areaDocM2', '用地面积', '地块面积', '宗地面积', '证载面积', '批准面积', 'ydmj', 'dkmj', 'zdmj'),
  ],
  facilities: [
    text('id', '设施编号', ...ID),
    text('kind', '设施类别', '设施类型', '类别', '类型', '种类', 'type', 'lx'),
    text('name', '设施名称', '单位名称', ...NAME),
  ],
  roads: [
    text('id', '道路编号', '道路代码', '路线编号', ...ID),
    text('name', '道路名称', '路名', '路线名称', ...NAME),
    text('class', '道路等级', '等级', '道路类型', '道路类别', 'dldj', 'roadclass', 'fclass'),
    text('highway', '公路等级', '行政等级', '公路类型'),
    number('halfWidthM', '半宽', '红线半宽'),
  ],
  railways: [text('id', '铁路编号', ...ID), text('name', '铁路名称', ...NAME)],
  powerlines: [
    text('id', '线路编号', ...ID),
    text('name', '线路名称', ...NAME),
    number('kV', '电压', '电压等级', '额定电压', 'dydj', 'voltage'),
    number('halfWidthM', '半宽'),
  ],
  pipelines: [
    text('id', '管线编号', ...ID),
    text('name', '管线名称', ...NAME),
    text('medium', '介质', '输送介质', '管线类型', '管线类别'),
  ],
  controlLines: [
    text('id', '控制线编号', ...ID),
    text('name', '控制线名称', ...NAME),
    text('type', '控制线类型', '控制线类别', '类型', '类别', 'lx'),
    text('authority', '主管部门', '管理部门'),
    BASIS_DOC,
  ],
  residential: [
    text('id', '小区编号', '居住区编号', ...ID),
    text('name', '小区名称', '居住区名称', '楼盘名称', ...NAME),
    number('population', '人口', '居住人口', '人口数', '常住人口', 'pop'),
    number('households', '户数', '住户数', '总户数'),
  ],
  water: [text('id', '水体编号', ...ID), text('name', '水体名称', '河流名称', ...NAME)],
};
