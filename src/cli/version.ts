import { ENGINE } from '../engine/version';

export const engineVersion = `${ENGINE.name} ${ENGINE.version}`;
