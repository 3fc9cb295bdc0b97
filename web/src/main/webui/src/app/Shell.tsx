import { Alert, AppShell, Burger, Group, NavLink, Stack, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery, useNetwork, useWindowEvent } from '@mantine/hooks';
import {
  IconBriefcase, IconChartDots, IconDatabase, IconHome, IconInbox, IconMessages, IconPlant2, IconPlugConnected, IconSearch, IconWifiOff,
} from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, type ComponentType } from 'react';
import { Link, Outlet, useLocation, useNavigation } from 'react-router';
import { Waiting } from '../parts/Waiting';
import { forgetTab } from './ownTab';
import { isBoardAdmin, isCandidate, isRecruiter, name } from './page';
import classes from './Shell.module.css';

interface Place {
  to: string;
  label: string;
  icon: ComponentType<{ size: number; stroke: number }>;
  shown: boolean;
}

const PLACES: Place[] = [
  { to: '/', label: 'Today', icon: IconHome, shown: isCandidate },
  { to: '/applications', label: 'Applications', icon: IconBriefcase, shown: isCandidate },
  { to: '/feedback', label: 'Feedback', icon: IconMessages, shown: isCandidate },
  { to: '/insights', label: 'Insights', icon: IconChartDots, shown: isCandidate },
  { to: '/growth-plan', label: 'Growth plan', icon: IconPlant2, shown: isCandidate },
  { to: '/search', label: 'Search', icon: IconSearch, shown: isCandidate },
  { to: '/data', label: 'Your data', icon: IconDatabase, shown: isCandidate },
  { to: '/inbox', label: 'Inbox', icon: IconInbox, shown: isRecruiter },
  { to: '/board', label: 'Board', icon: IconPlugConnected, shown: isBoardAdmin },
];

function isAt(place: string, path: string): boolean {
  return place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`);
}

/** Where the menu lies over the page instead of beside it: below the library's breakpoint `sm`. */
const NARROW = '(max-width: 47.99375em)';

/** The frame of every page: where one is, where one can go, who one is. */
export function Shell() {
  const [open, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  const navigation = useNavigation();
  const { online } = useNetwork();
  const first = useRef(true);
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const covering = narrow && open;
  const opener = useRef<HTMLButtonElement>(null);
  const closer = useRef<HTMLButtonElement>(null);
  const next = useRef<'opener' | 'title'>(undefined);

  // What is out of sight cannot have the focus, so each way of opening and closing says where it goes.
  useLayoutEffect(() => {
    if (covering) {
      closer.current?.focus();
    } else if (next.current === 'opener') {
      opener.current?.focus();
    } else if (next.current === 'title') {
      document.querySelector<HTMLElement>('h1')?.focus();
    }
    next.current = undefined;
  }, [covering]);

  function leaveFor(place: 'opener' | 'title' | undefined) {
    next.current = place;
    menu.close();
  }

  useWindowEvent('keydown', ({ key }) => {
    if (covering && key === 'Escape') {
      leaveFor('opener');
    }
  });

  useEffect(() => {
    menu.close();
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus();
  }, [pathname, menu.close]);

  return (
    <AppShell
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding={{ base: 'md', sm: 'xl' }}
      layout="alt"
    >
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes.header} inert={covering}>
        <Group h="100%" px="md" gap="sm">
          <Burger
            ref={opener}
            opened={open}
            onClick={menu.toggle}
            size="sm"
            aria-label={open ? 'Close the menu' : 'Open the menu'}
            aria-expanded={open}
          />
          <Mark />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" className={classes.navbar} style={narrow && !open ? { visibility: 'hidden' } : undefined}>
        <Group justify="space-between" px="xs" pb="sm" pt={4} mih={40}>
          <Mark />
          <Burger ref={closer} opened={open} onClick={() => leaveFor('opener')} size="sm" hiddenFrom="sm" aria-label="Close the menu" />
        </Group>
        <nav aria-label="Pages" className={classes.places}>
          {PLACES.filter((place) => place.shown).map(({ to, label, icon: Icon }) => (
            <NavLink
              key={to}
              component={Link}
              to={to}
              label={label}
              leftSection={<Icon size={18} stroke={1.6} />}
              onClick={() => leaveFor(covering && to === pathname ? 'title' : undefined)}
              active={isAt(to, pathname)}
              aria-current={isAt(to, pathname) ? 'page' : undefined}
              className={classes.place}
            />
          ))}
        </nav>
        <form method="post" action="/logout" onSubmit={forgetTab} className={classes.account}>
          <Text size="sm" c="dimmed" truncate>
            {name}
          </Text>
          <button type="submit" className={classes.out}>
            Sign out
          </button>
        </form>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main} inert={covering}>
        <Stack gap="lg" maw={1040}>
          {!online && (
            <Alert icon={<IconWifiOff size={18} />} color="yellow" role="status">
              You are offline. Keep this tab open and send when you are back; a reflection saves itself.
            </Alert>
          )}
          <div aria-busy={navigation.state !== 'idle'}>
            <Waiting.Boundary>
              <Outlet />
            </Waiting.Boundary>
          </div>
        </Stack>
      </AppShell.Main>
    </AppShell>
  );
}

function Mark() {
  return (
    <Link to="/" className={classes.mark}>
      <img src="/assets/icon.svg" alt="" width="20" height="20" />
      Rebound
    </Link>
  );
}
