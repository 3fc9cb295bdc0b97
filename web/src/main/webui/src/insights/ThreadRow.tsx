import { Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { Insights } from '../api/reads';
import type { Span } from '../charts/dots';
import { Moments } from '../charts/Moments';
import { counted } from '../charts/numbers';
import { day } from '../parts/dates';
import { CONTROLS, SOURCES, STAGES, THEMES, TRENDS } from '../words/codes';
import { EvidenceItem } from './EvidenceItem';
import classes from './insights.module.css';
import { sourcesInWords } from './words';

interface Props {
  thread: Insights['CommonThread'];
  /** In how many contexts anything was said at all. */
  contexts: number;
  /** The time that all threads cover. */
  span: Span;
  nameOf: (applicationId: string) => string;
  /** Whether it is less than a pattern. */
  quiet?: boolean;
}

/** One thread: in a line what it comes to, and opened all that it rests on. */
export function ThreadRow({ thread, contexts, span, nameOf, quiet = false }: Props) {
  const { open, toggle, button } = useOpen(thread.theme);
  const id = useId();
  const recurs = thread.contexts > 1;

  return (
    <li id={thread.theme} className={`${classes.row} ${quiet ? classes.quiet : ''}`} data-row tabIndex={-1} aria-labelledby={`${id}-name`}>
      <h3 className={classes.name}>
        <button ref={button} type="button" className={classes.open} aria-expanded={open} aria-controls={`${id}-panel`} onClick={toggle}>
          <IconChevronRight size={16} className={classes.chevron} aria-hidden />
          <span className={classes.theme} id={`${id}-name`}>
            {THEMES[thread.theme]}
          </span>
          <span className={classes.count}>
            {thread.contexts} of {contexts}
          </span>
          <span className={classes.facts}>
            {recurs ? `${TRENDS[thread.trend]}. ` : ''}
            {sourcesInWords(thread.sources)}. {seen(thread)}.
          </span>
        </button>
      </h3>
      <div id={`${id}-panel`} className={classes.panel} hidden={!open}>
        {open && <Opened thread={thread} span={span} nameOf={nameOf} />}
      </div>
    </li>
  );
}

function seen({ firstSeen, lastSeen }: Insights['CommonThread']): string {
  return firstSeen === lastSeen ? day(firstSeen) : `First ${day(firstSeen)}, last ${day(lastSeen)}`;
}

function Opened({ thread, span, nameOf }: Pick<Props, 'thread' | 'span' | 'nameOf'>) {
  return (
    <Stack gap="md">
      <Text size="sm" className={classes.figures}>
        {CONTROLS[thread.control]}. Said {counted(thread.occurrences, 'time')}
        {thread.applications > 0 && ` in ${counted(thread.applications, 'application')}`}
        {thread.stages.length > 0 && `, of: ${thread.stages.map((stage) => STAGES[stage].toLowerCase()).join(', ')}`}.
      </Text>
      {thread.occurrences > 1 && (
        <Moments
          moments={thread.evidence.map(({ at, source }) => ({ at, self: source === 'REFLECTION' }))}
          span={span}
          subject={THEMES[thread.theme]}
          table={{
            caption: `When it was said: ${THEMES[thread.theme]}`,
            columns: ['Day', 'Whose words', 'About'],
            rows: [...thread.evidence]
              .sort((a, b) => a.at.localeCompare(b.at))
              .map((one) => [day(one.at), SOURCES[one.source], one.applicationId === undefined ? 'No application' : nameOf(one.applicationId)]),
          }}
        />
      )}
      <div>
        <Title order={4} fz="sm">
          What was said
        </Title>
        {thread.evidence.map((one) => (
          <EvidenceItem key={one.id} evidence={one} nameOf={nameOf} />
        ))}
      </div>
      {thread.advice.length > 0 && (
        <div>
          <Title order={4} fz="sm">
            Advice and mentions
          </Title>
          {thread.advice.map((one) => (
            <EvidenceItem key={one.id} evidence={one} nameOf={nameOf} />
          ))}
        </div>
      )}
    </Stack>
  );
}

/** Whether a thread is open; an address that ends in its theme opens it and brings it into view. */
function useOpen(theme: string) {
  const { hash, key } = useLocation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (hash !== `#${theme}`) {
      return;
    }
    setOpen(true);
    // After the frame of the page has put the focus on the title.
    const timer = setTimeout(() => {
      button.current?.focus({ preventScroll: true });
      button.current?.closest('[data-row]')?.scrollIntoView({ block: 'start' });
    });
    return () => clearTimeout(timer);
  }, [hash, key, theme]);

  return { open, toggle: () => setOpen(!open), button };
}
