import { useStore } from 'zustand';
import { useStores } from '../shared/stores-context';
import { AboutDialog } from './about-dialog';
import { BulkDecisionDialog } from './bulk-decision-dialog';
import { ClassifiedDialog } from './classified-dialog';
import { CompareDialog } from './compare/compare-dialog';
import { CoordinatesDialog } from './coordinates-dialog';
import { ExportLayersDialog } from './export/export-layers-dialog';
import { ExportReportDialog } from './export/export-report-dialog';
import { ExportDialog } from './export-dialog';
import { IdentityDialog } from './identity-dialog';
import { HistoryDialog } from './history/history-dialog';
import { ImportDialog } from './import-dialog';
import { BaseMapsDialog } from './links/base-maps-dialog';
import { ServicesDialog } from './links/services-dialog';
import { OpenDialog } from './open-dialog';
import { ProjectDialog } from './project-dialog';
import { ReviewRolesDialog } from './review-roles-dialog';
import { ReportDialog } from './report-dialog';
import { SaveConflictDialog } from './save-conflict-dialog';
import { ShortcutsDialog } from './shortcuts-dialog';
import { TargetsDialog } from './targets-dialog';

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useStore(useStores().session, (state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'open':
      return <OpenDialog />;
    case 'import':
      return <ImportDialog />;
    case 'export':
      return <ExportDialog />;
    case 'export-layers':
      return <ExportLayersDialog />;
    case 'export-report':
      return <ExportReportDialog />;
    case 'report':
      return <ReportDialog />;
    case 'coordinates':
      return <CoordinatesDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'compare':
      return <CompareDialog />;
    case 'history':
      return <HistoryDialog />;
    case 'save-conflict':
      return <SaveConflictDialog />;
    case 'project':
      return <ProjectDialog />;
    case 'base-maps':
      return <BaseMapsDialog />;
    case 'services':
      return <ServicesDialog />;
    case 'targets':
      return <TargetsDialog />;
    case 'identity':
      return <IdentityDialog then={dialog.then} />;
    case 'bulk-decision':
      return <BulkDecisionDialog conflicts={dialog.conflicts} done={dialog.done} />;
    case 'review-roles':
      return <ReviewRolesDialog />;
    case 'about':
      return <AboutDialog />;
    case 'classified-notice':
      return <ClassifiedDialog />;
  }
}
