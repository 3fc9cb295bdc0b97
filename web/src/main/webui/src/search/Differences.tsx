import { Text, VisuallyHidden } from '@mantine/core';
import type { Insights } from '../api/reads';
import { fieldName, sides, type Side } from './profile';
import classes from './search.module.css';

/** What a change does to the profile, field by field: as it is now, and as it would be. */
export function Differences({ changes }: { changes: readonly Insights['ProfileDifference'][] }) {
  return (
    <>
      {changes.map((change) => {
        const { before, after } = sides(change);
        return (
          <div key={change.field} className={classes.change}>
            <Text size="sm" fw={600}>
              {fieldName(change.field)}
            </Text>
            <Text component="dl" size="sm" className={classes.sides}>
              <dt>Now</dt>
              <dd>
                <Things things={before} as="del" />
              </dd>
              <dt>Then</dt>
              <dd>
                <Things things={after} as="ins" />
              </dd>
            </Text>
          </div>
        );
      })}
    </>
  );
}

function Things({ things, as: Mark }: { things: readonly Side[]; as: 'del' | 'ins' }) {
  if (things.length === 0) {
    return 'nothing said';
  }
  return things.map(({ text, only }, i) => (
    <span key={i}>
      {i > 0 && ', '}
      {only ? (
        <Mark>
          <VisuallyHidden component="span">{Mark === 'del' ? 'goes: ' : 'comes: '}</VisuallyHidden>
          {text}
        </Mark>
      ) : (
        text
      )}
    </span>
  ));
}
