import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { say, type Undo } from '../parts/toasts';
import type { Problem } from './problem';

interface Options<Input, Output> {
  /** The beginnings of the keys of what it changes; those that are shown are read again, with the change in it. */
  changes: QueryKey[];
  /** What to say when it is done. */
  done?: string | ((output: Output, input: Input) => string);
  /** How it can be taken back; where that fails, it is said why. */
  undo?: (output: Output, input: Input) => ReturnType<Undo>;
  onDone?: (output: Output, input: Input) => void;
}

/** Something that is done to the server: once, however often it is sent, and seen by what is read after it. */
export function useCommand<Input = void, Output = unknown>(run: (input: Input) => Promise<Output>, options: Options<Input, Output>) {
  const client = useQueryClient();
  return useMutation<Output, Problem, Input>({
    mutationFn: run,
    onSuccess(output, input) {
      for (const queryKey of options.changes) {
        void client.invalidateQueries({ queryKey });
      }
      if (options.done !== undefined) {
        const { undo } = options;
        say(typeof options.done === 'string' ? options.done : options.done(output, input), undo && (() => undo(output, input)));
      }
      options.onDone?.(output, input);
    },
  });
}
