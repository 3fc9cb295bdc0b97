import { Text } from '@mantine/core';
import { useEffect, useId } from 'react';
import type { Feedback } from '../api/reads';
import { readThemes, type ReadTheme } from '../insights/evidence';
import { CONTROLS, THEMES } from '../words/codes';
import classes from './Comments.module.css';
import { POLARITIES } from './feedbackWords';
import { Note } from './Note';
import { readAnswers } from './readAnswers';
import { segments, telling } from './segments';
import type { Correctable } from './useKnownEvidence';

type View = Feedback['FeedbackView'];

interface Props {
  feedback: View;
  correctable: Correctable;
}

/** The words of a piece of feedback, marked where something was read in them, and beside them what it was. */
export function Comments({ feedback, correctable }: Props) {
  const id = useId();
  const { comments } = feedback;
  useEffect(() => readAnswers.add(feedback.id), [feedback.id]);
  if (comments === undefined) {
    return <Text c="dimmed">Ratings, without words.</Text>;
  }
  const place = { contextId: feedback.applicationId ?? feedback.id, source: feedback.source, at: feedback.receivedOn };
  const statements = telling(feedback.statements, comments.length);
  const notes = statements.map((statement) => readThemes(statement, place, correctable.evidence));
  const noteId = (index: number) => `${id}-note-${index}`;

  return (
    <div className={classes.sides}>
      <blockquote className={`said ${classes.text}`} dir="auto">
        {segments(comments, statements).map(({ text, statement }, i) =>
          statement === undefined ? (
            <span key={i}>{text}</span>
          ) : (
            <Marked
              key={i}
              text={text}
              number={statement + 1}
              polarity={statements[statement]?.polarity ?? 'NEUTRAL'}
              themes={notes[statement] ?? []}
              note={noteId(statement)}
            />
          ),
        )}
      </blockquote>
      {statements.length > 0 && (
        <ol className={classes.notes} aria-label="What was read out of it">
          {statements.map((statement, i) => (
            <Note key={i} id={noteId(i)} number={i + 1} statement={statement} themes={notes[i] ?? []} isLeftOut={correctable.isLeftOut} />
          ))}
        </ol>
      )}
    </div>
  );
}

interface MarkedProps {
  text: string;
  number: number;
  polarity: View['statements'][number]['polarity'];
  themes: ReadTheme[];
  /** The id of the note on it. */
  note: string;
}

function Marked({ text, number, polarity, themes, note }: MarkedProps) {
  const words = `${POLARITIES[polarity]}: ${themes.map(({ theme, control }) => `${THEMES[theme]} (${CONTROLS[control].toLowerCase()})`).join(', ')}`;
  return (
    <mark className={classes[polarity]}>
      <a
        href={`#${note}`}
        className={classes.to}
        title={words}
        aria-label={`${text}${number}: ${words}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(note)?.focus();
        }}
      >
        {text}
        <sup className={classes.number}>{number}</sup>
      </a>
    </mark>
  );
}
