import { FACILITY_KINDS } from '../../domain/facility-kind';
import { terms } from './terms';
import { fields } from './fields';
import { shell } from './shell';
import { panels } from './panels';
import { dialogs } from './dialogs';
import { commands } from './commands';
import { changes } from './changes';
import { project } from './project';
import { importing } from './importing';
import { boundaryText } from './boundary-text';
import { convert } from './convert';
import { crs } from './crs';
import { importMap } from './import-map';
import { localGrid } from './local-grid';
import { repairs } from './repairs';
import { sources } from './sources';
import { layerExport } from './layer-export';
import { formats } from './formats';
import { gisFormats } from './gis-formats';
import { tables } from './tables';
import { textExport } from './text-export';
import { engine } from './engine';
import { map } from './map';
import { conflictTable } from './conflict-table';
import { audit } from './audit';
import { review } from './review';
import { report } from './report';
import { reviewing } from './reviewing';
import { appraisal } from './appraisal';
import { cli } from './cli';
import { cliHelp } from './cli-help';
import { auditLog } from './audit-log';
import { compare } from './compare';
import { diff } from './diff';
import { links } from './links';

/** Every word in Chinese, by code. */
export const zh: Readonly<Record<string, string>> = {
  ...terms,
  ...fields,
  ...shell,
  ...panels,
  ...dialogs,
  ...commands,
  ...changes,
  ...project,
  ...importing,
  ...boundaryText,
  ...convert,
  ...crs,
  ...importMap,
  ...localGrid,
  ...repairs,
  ...sources,
  ...layerExport,
  ...formats,
  ...gisFormats,
  ...tables,
  ...textExport,
  ...engine,
  ...map,
  ...conflictTable,
  ...audit,
  ...review,
  ...report,
  ...reviewing,
  ...appraisal,
  ...cli,
  ...cliHelp,
  ...auditLog,
  ...compare,
  ...diff,
  ...links,
  ...Object.fromEntries(Object.entries(FACILITY_KINDS).map(([kind, words]) => [`kind.${kind}`, words.zh])),
};
