import { expose } from 'comlink';
import { rangeApi } from './range-api';

expose(rangeApi);
