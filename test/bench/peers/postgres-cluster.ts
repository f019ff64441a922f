import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

const SETTINGS = {
  listen_addresses: "''",
  shared_buffers: '4GB',
  work_mem: '512MB',
  maintenance_work_mem: '1GB',
  max_parallel_workers: '8',
  fsync: 'off',
  autovacuum: 'off',
  max_wal_size: '8GB',
} as const;

/**
 * A PostgreSQL server of our own in a temporary folder, reached by a Unix socket in it and by nothing else. It runs
 * as another user where this process is root, which PostgreSQL refuses to be.
 */
export class PostgresCluster {
  readonly #folder: string;
  readonly #programs: string;

  /** Null where PostgreSQL or PostGIS is not installed. */
  static start(): PostgresCluster | null {
    const programs = postgisPrograms();
    return programs === null ? null : new PostgresCluster(programs);
  }

  private constructor(programs: string) {
    this.#programs = programs;
    this.#folder = mkdtempSync(join(tmpdir(), 'xuezhi-pg-'));
    process.on('exit', () => this.stop());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
    if (isRoot()) execFileSync('chown', ['postgres', this.#folder]);
    const data = join(this.#folder, 'data');
    this.#asOwner('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8']);
    const settings = Object.entries({ ...SETTINGS, unix_socket_directories: `'${this.#folder}'` });
    const options = settings.map(([name, value]) => `-c ${name}=${value}`).join(' ');
    this.#asOwner('pg_ctl', ['-D', data, '-w', '-l', join(this.#folder, 'log'), '-o', options, 'start']);
    this.run('CREATE EXTENSION postgis;');
  }

  /** Runs statements in one session and gives what they print, unaligned, a row a line. */
  run(sql: string): string {
    const { stdout, stderr, status } = spawnSync('psql', this.#arguments(), {
      input: sql,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (status !== 0) throw new Error(`psql: ${stderr}`);
    return stdout;
  }

  /** Milliseconds that each statement took in the server and back, in one session; and the rows that they gave. */
  timed(statements: readonly string[]): { readonly milliseconds: number[]; readonly rows: string[] } {
    const printed = this.run(`\\timing on\n${statements.map((sql) => `${sql};`).join('\n')}`).split('\n');
    const isTime = (line: string) => line.startsWith('Time: ');
    return {
      milliseconds: printed.filter(isTime).map((line) => parseFloat(line.slice('Time: '.length))),
      rows: printed.filter((line) => line !== '' && !isTime(line)),
    };
  }

  /** Fills a table with lines of `COPY` text. */
  async copyInto(table: string, lines: Iterable<string>): Promise<void> {
    const copy = [...this.#arguments(), '-c', `\\copy ${table} FROM STDIN`];
    const psql = spawn('psql', copy, { stdio: ['pipe', 'ignore', 'inherit'] });
    const ended = new Promise<void>((resolve, reject) => {
      psql.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`psql: exit ${code ?? 'signal'}`)),
      );
    });
    await pipeline(Readable.from(lines), psql.stdin);
    await ended;
  }

  stop(): void {
    if (!existsSync(this.#folder)) return;
    this.#asOwner('pg_ctl', ['-D', join(this.#folder, 'data'), '-m', 'immediate', '-w', 'stop']);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #arguments(): string[] {
    return [
      '-X',
      '-q',
      '-A',
      '-t',
      '-v',
      'ON_ERROR_STOP=1',
      '-h',
      this.#folder,
      '-U',
      'postgres',
      'postgres',
    ];
  }

  #asOwner(program: string, args: readonly string[]): void {
    const path = join(this.#programs, program);
    const [command, all] = isRoot() ? ['runuser', ['-u', 'postgres', '--', path, ...args]] : [path, args];
    // Not a pipe: the server inherits it and would hold it open.
    execFileSync(command, all, { stdio: 'ignore', cwd: this.#folder });
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Folder of the newest PostgreSQL's programs, as Debian installs it with PostGIS. */
function postgisPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const complete = versions.find(
    (version) =>
      existsSync(join(root, version, 'bin', 'initdb')) &&
      existsSync(join('/usr/share/postgresql', version, 'extension', 'postgis.control')),
  );
  return complete === undefined ? null : join(root, complete, 'bin');
}
