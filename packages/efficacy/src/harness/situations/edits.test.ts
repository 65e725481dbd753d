import { fold, judge, type RunRecord } from '@uat/record';
import { ended, executed, passed, plan, planned, recordOf } from '@uat/record/testing';
import { expect, test } from 'vitest';
