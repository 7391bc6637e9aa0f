import { Component } from 'react';
import type { ReactNode } from 'react';
import { Note } from '../design/note.tsx';

/** Catches a view that cannot be shown, as when the server was updated and its parts have new names. */
export class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <Note kind="error">
        <p>
          This view could not be shown. The server may have been updated since the page was loaded.
        </p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          Reload the page
        </button>
      </Note>
    );
  }
}
