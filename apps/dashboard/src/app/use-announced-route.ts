import { displayText, isIsoWeek, weekDatesWithYear } from '@clarity-keep/core';
import { useEffect, useRef, useState } from 'react';
import type { View } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import type { Project } from '../asking/answers.ts';
import { wantFocus } from './route-focus.ts';

const titles: Record<View['path'], string> = {
  '/': 'Overview',
  '/pages': 'Pages',
  '/page': 'Page',
  '/visitors': 'Visitors',
  '/coverage': 'Coverage',
  '/reports': 'Reports',
  '/report': 'Report',
  '/digest': 'Digest',
  '/status': 'Status',
};

/**
 * Names the window after the view, and when another view is gone to moves the focus to its heading; the
 * text it returns is to be read out then.
 */
export function useAnnouncedRoute(project: Project | null): string {
  const { view } = useAddress();
  const [announced, setAnnounced] = useState('');
  const place = placeOf(view);
  const shownPlace = useRef(place);
  const title = titleOf(view);
  useEffect(() => {
    const parts = [title, project === null ? null : displayText(project.name), 'Clarity Keep'];
    document.title = parts.filter((part) => part !== null).join(' – ');
  }, [title, project]);
  useEffect(() => {
    if (shownPlace.current === place) return;
    shownPlace.current = place;
    setAnnounced(title);
    window.scrollTo(0, 0);
    const heading = document.querySelector<HTMLElement>('h1');
    if (heading === null) wantFocus();
    else heading.focus();
  }, [place, title]);
  return announced;
}

/** Other days or another order are the same place: there the focus stays where it is. */
function placeOf(view: View): string {
  if (view.path === '/page') return `${view.path} ${view.page}`;
  return 'week' in view ? `${view.path} ${view.week}` : view.path;
}

function titleOf(view: View): string {
  if (view.path === '/page') return `Page ${displayText(view.page)}`;
  if (!('week' in view)) return titles[view.path];
  const { week } = view;
  const dates = isIsoWeek(week) ? weekDatesWithYear(week) : displayText(week);
  return `${titles[view.path]} ${dates}`;
}
