import { ownTab } from './ownTab';

// A module of its own, for some of the others read what the tab keeps as soon as they are loaded.
ownTab();
