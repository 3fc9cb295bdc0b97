import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'react-router';
import { day } from '../parts/dates';
import { STATUSES } from '../words/codes';
import { inOrder, OUTCOMES, type Line, type Report } from './importWords';
import classes from './spreadsheet.module.css';

/** So many are shown before somebody asks for all. */
const FIRST = 100;

/** The lines of a file, each with what became of it or would. */
export function Lines({ report }: { report: Report }) {
  const wide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const [all, setAll] = useState(false);
  const lines = inOrder(report.lines);
  const shown = all ? lines : lines.slice(0, FIRST);
  const words = OUTCOMES[report.preview ? 'preview' : 'done'];
  return (
    <>
      {wide ? <Wide lines={shown} words={words} /> : <Narrow lines={shown} words={words} />}
      {shown.length < lines.length && (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          Show the other {lines.length - shown.length} lines
        </Button>
      )}
    </>
  );
}

interface Props {
  lines: Line[];
  words: Record<Line['outcome'], string>;
}

function Wide({ lines, words }: Props) {
  return (
    <Table verticalSpacing="sm" aria-label="Lines of the file">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Line</Table.Th>
          <Table.Th scope="col">Title and company</Table.Th>
          <Table.Th scope="col">Applied on</Table.Th>
          <Table.Th scope="col">Status</Table.Th>
          <Table.Th scope="col">What becomes of it</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.line}>
            <Table.Td className="numbers">{line.line}</Table.Td>
            <Table.Td className={classes.words} maw={340}>
              <Name line={line} />
            </Table.Td>
            <Table.Td className="numbers">{line.appliedOn && day(line.appliedOn)}</Table.Td>
            <Table.Td>{line.status && STATUSES[line.status]}</Table.Td>
            <Table.Td className={classes.words} maw={360}>
              <Outcome line={line} words={words} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Narrow({ lines, words }: Props) {
  return (
    <ul className={classes.lines} aria-label="Lines of the file">
      {lines.map((line) => (
        <li key={line.line}>
          <Name line={line} />
          <Text size="sm" c="dimmed" mb={4}>
            {[`Line ${line.line}`, line.appliedOn && `applied ${day(line.appliedOn)}`, line.status && STATUSES[line.status].toLowerCase()]
              .filter(Boolean)
              .join(', ')}
          </Text>
          <Outcome line={line} words={words} />
        </li>
      ))}
    </ul>
  );
}

function Name({ line: { id, title, company } }: { line: Line }) {
  const name = title ?? 'Without a title';
  return (
    <>
      {id === undefined ? (
        <Text component="span" fw={500}>
          {name}
        </Text>
      ) : (
        <Anchor component={Link} to={`/applications/${id}`} fw={500}>
          {name}
        </Anchor>
      )}
      {company !== undefined && <Text size="sm">{company}</Text>}
    </>
  );
}

function Outcome({ line: { outcome, problem }, words }: { line: Line; words: Props['words'] }) {
  return (
    <>
      <Group gap="xs">
        <Badge component="span" variant={outcome === 'ADDED' ? 'outline' : 'default'}>
          {words[outcome]}
        </Badge>
      </Group>
      {problem !== undefined && (
        <Text size="sm" mt={4}>
          {problem}
        </Text>
      )}
    </>
  );
}
