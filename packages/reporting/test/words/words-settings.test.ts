import { defaultSchedule, parseReportEnvironment } from '@clarity-keep/environment';
import { describe, expect, it } from 'vitest';
import { checkMailSettings } from '../../src/settings/check-mail-settings.ts';
import { requireWordsSettings, wordsSettings } from '../../src/words/words-settings.ts';

const KEY = 'sk-very-secret-0123456789';

const mailSettings = (smtpUrl: string) => ({
  SMTP_URL: smtpUrl,
  REPORT_FROM: 'reports@shop.example',
  REPORT_TO: 'anna@shop.example',
});

const modelSettings = (url: string) => ({ AI_BASE_URL: url, AI_MODEL: 'tiny', AI_API_KEY: KEY });

describe('the settings', () => {
  const settingsOf = (variables: Record<string, string>) =>
    wordsSettings(parseReportEnvironment(variables));

  it('are off, or all there, or without a key on this machine', () => {
    expect(settingsOf({})).toBeNull();
    expect(settingsOf({ AI_BASE_URL: '', AI_MODEL: ' ', AI_API_KEY: '' })).toBeNull();
    expect(settingsOf(modelSettings('https://api.example/v1'))).toEqual({
      baseUrl: 'https://api.example/v1',
      model: 'tiny',
      apiKey: KEY,
    });
    expect(settingsOf({ AI_BASE_URL: 'http://localhost:11434/v1', AI_MODEL: 'tiny' })).toEqual({
      baseUrl: 'http://localhost:11434/v1',
      model: 'tiny',
      apiKey: null,
    });
  });

  it.each([
    [{ AI_MODEL: 'tiny' }, 'AI_BASE_URL is not set'],
    [{ AI_API_KEY: KEY }, 'AI_BASE_URL is not set'],
    [{ AI_BASE_URL: 'https://api.example/v1', AI_API_KEY: KEY }, 'AI_MODEL is not set'],
    [{ AI_BASE_URL: 'https://api.example/v1', AI_MODEL: 'tiny' }, 'AI_API_KEY is not set'],
    [{ ...modelSettings('http://api.example/v1') }, 'AI_BASE_URL must be an https URL'],
    [{ ...modelSettings('https://a:b@api.example/v1') }, 'AI_BASE_URL must be an https URL'],
    [
      { ...modelSettings('https://api.example/v1'), AI_API_KEY: 'two words' },
      'AI_API_KEY must be ASCII characters',
    ],
  ])('%j are refused without their values', (variables, message) => {
    const refused = (): unknown => settingsOf(variables);
    expect(refused).toThrow(message);
    expect(refused).not.toThrow(/sk-very|two words/);
  });

  it('are checked before the first mail', () => {
    const variables = { ...mailSettings('smtp://127.0.0.1:1'), AI_MODEL: 'tiny' };
    const environment = parseReportEnvironment(variables);
    const configuration = {
      projects: [],
      schedule: defaultSchedule,
      jitterSeconds: 0,
      digestRecipients: undefined,
    };
    expect(() => checkMailSettings({ environment, configuration, cwd: '.' })).toThrow(
      'AI_BASE_URL is not set',
    );
    expect(() => requireWordsSettings(parseReportEnvironment({}))).toThrow('--words needs a model');
  });
});
