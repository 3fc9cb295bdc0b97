/** The columns that a file may have, and what stands in them. */
export const COLUMNS: { about: string; columns: [name: string, holds: string][] }[] = [
  {
    about: 'Needed',
    columns: [
      ['title', 'the job'],
      ['company', 'who it is with'],
      ['appliedOn', 'the day, as 2026-10-01'],
    ],
  },
  {
    about: 'How it stands',
    columns: [
      ['status', 'active, rejected, withdrawn or offered; active where nothing else is said'],
      ['stages', 'each with its day, divided by semicolons: First call 2026-10-05; Panel interview 2026-10-12'],
      ['rejectedOn', 'the day of the rejection'],
      ['rejectionStage', 'the stage it ended at'],
      ['message', 'what they wrote'],
      ['reason', 'why it ended, as far as you know'],
      ['offeredOn', 'the day of an offer'],
    ],
  },
  {
    about: 'The job',
    columns: [
      ['location', 'the place'],
      ['workplace', 'on site, hybrid or remote'],
      ['employmentType', 'full time, part time, contract, temporary or internship'],
      ['seniority', 'intern, junior, mid, senior, lead or executive'],
      ['industry', 'the field'],
      ['languages', 'divided by semicolons'],
      ['salaryMin, salaryMax', 'amounts such as 52000, with salaryCurrency (EUR) and salaryPeriod (hour, day, month or year)'],
      ['url', 'where it was advertised'],
      ['description', 'the whole text'],
    ],
  },
  {
    about: 'Who to ask',
    columns: [
      ['recruiterEmail', 'the address'],
      ['recruiterName', 'the name'],
    ],
  },
  {
    about: 'To know it again',
    columns: [['id', 'what the line is called elsewhere; without it, title, company and day say which application it is']],
  },
];

/** A file to begin with. */
export const EXAMPLE = [
  'title,company,appliedOn,status,stages,rejectedOn,message,location,recruiterName,recruiterEmail',
  'Ward manager,Lakeside Hospital,2026-09-14,rejected,First call 2026-09-20; Panel interview 2026-09-28,2026-10-01,"We chose somebody with more experience of night shifts, sorry.",Utrecht,Kim,kim@lakeside.example',
  'Charge nurse,Riverbank Clinic,2026-10-02,active,,,,Arnhem,,',
  '',
].join('\r\n');
