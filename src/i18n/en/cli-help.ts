/** What each command of the command line does, with its options and examples. */
export const cliHelp = {
  'cli.help.more': 'Options and examples of a command: xuezhi <command> --help',
  'cli.help.options': 'Options:',
  'cli.help.examples': 'Examples:',
  'cli.help.check':
    'Checks a project by its rules and lists conflicts and deficits. Exit status: 0 done, 1 conflicts at or above --fail-on, 2 bad usage or input.',
  'cli.help.validate':
    'Tells whether a file, project or rule pack can be read, and lists features refused, repaired or to be looked at. Exit status: 0 readable, 2 not.',
  'cli.help.verify':
    'Tells whether the journal of a project or an evidence bundle was altered. Exit status: 0 whole, 1 altered, 2 unreadable.',
  'cli.help.diff': 'Compares two projects, or a project with a layer file that was edited elsewhere.',
  'cli.help.report':
    'Makes a review report, a register of conflicts, the yearly figures or sheets of single conflicts.',
  'cli.help.appraise': 'Checks one parcel or a proposal against every rule.',
  'cli.help.convert':
    'Converts formats and reference systems: reads GeoJSON, Shapefile, GeoPackage, file geodatabases, FlatGeobuf, KML, DXF, CSV, XLSX and boundary-point text, and writes what the ending of the output says.',
  'cli.option.rules': 'use these rule packs instead of the project’s own',
  'cli.option.format': 'format of the output, one of those above',
  'cli.option.out': 'write to this file instead of the screen',
  'cli.option.report.out': 'file of the report; its ending decides the format',
  'cli.option.fail-on': 'exit status 1 where there are conflicts of this severity or above; never by default',
  'cli.option.as-of': 'the day on which decisions must still hold; today by default',
  'cli.option.from':
    'reference system of the input: EPSG code, gcj02, bd09, PROJ or WKT; found by itself if not given',
  'cli.option.to': 'reference system of the output; what the format is used with if not given',
  'cli.option.encoding': 'encoding of the input’s texts, such as gb18030; found by itself if not given',
  'cli.option.to-encoding': 'encoding of the output’s texts: utf-8 (default) or gb18030',
  'cli.option.parameters': 'file with seven parameters, for Beijing 54 and Xi’an 80; used in memory only',
  'cli.option.role': 'the layer that it is: {{layers}}',
  'cli.option.map': 'fields by our names, as many as wanted: FIELD=property',
  'cli.option.scheme': 'land-use classification: MNR2023, GB50137-2011 or GBT21010-2017',
  'cli.option.json': 'write what was found as JSON to standard output',
  'cli.option.qgis': 'with a QGIS project and styles',
  'cli.option.profile': 'internal (default, everything) or public (without what is sensitive)',
  'cli.option.round': 'round the coordinates of the public edition to so many metres',
  'cli.option.approval-number': 'map approval number of the public edition',
  'cli.option.layer': 'which layer the other file is; by its name if not given',
  'cli.option.kind': 'review, register (list of conflicts), yearly (figures) or conflict (single ones)',
  'cli.option.conflict': 'only sheets of this conflict, as often as wanted; see xuezhi check for ids',
  'cli.option.audience': 'for whom: internal (default) or public',
  'cli.option.lang': 'language of the report: zh or en',
  'cli.option.parcel': 'id of a parcel of the project',
  'cli.option.proposal': 'GeoJSON file of a proposal',
  'cli.examples.check':
    'xuezhi check city --format csv --out conflicts.csv\nxuezhi check city.zip --fail-on prohibit',
  'cli.examples.validate':
    'xuezhi validate parcels.zip --role parcels --scheme MNR2023\nxuezhi validate city --json > found.json',
  'cli.examples.verify': 'xuezhi verify city\nxuezhi verify bundle.zip',
  'cli.examples.diff':
    'xuezhi diff city city-new --format text\nxuezhi diff city schools.geojson --layer schools',
  'cli.examples.report':
    'xuezhi report city --out review.docx\nxuezhi report city --out conflicts.xlsx --kind register',
  'cli.examples.appraise':
    'xuezhi appraise city --parcel P-0033\nxuezhi appraise city --proposal school.geojson --format json',
  'cli.examples.convert':
    'xuezhi convert parcels.shp parcels.gpkg --from EPSG:4523 --role parcels --scheme MNR2023 --qgis\nxuezhi convert survey.kml survey.dxf --from gcj02 --to EPSG:4544',
} as const;
