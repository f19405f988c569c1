import { describe, expect, it } from 'vitest';
import { tracesIn } from './traces.ts';

const sure = (text: string, country = 'GB') =>
  tracesIn(text, country)
    .filter(({ isSure }) => isSure)
    .map(({ kind }) => kind);

describe('a street with a number', () => {
  it.each([
    'Come to 12 Example Road.',
    '221b Upper Baker Street',
    'Flat 3, 14 The Sample Close, second floor',
    'at 12 ACACIA CLOSE',
    'we are at 12 acacia close',
    '7-9 Made Up Lane',
    '1 Example Rd',
    'Example Road, 14',
    'Plot No. 15, Sample Estate',
    'Calle Mayor 12',
    'calle de la Muestra, n.º 12',
    'Avenida Paulista, 1000',
    'C/ Mayor 3',
    'Rua Augusta nº 15',
    '12 rue de l’Exemple',
    '12 bis, rue du Modèle',
    '4 place de la République',
    'Musterstraße 5',
    'Musterstr. 5',
    'Berliner Strasse 12a',
    'Lindenweg 4',
    'Marktplatz 1',
    'Barabara ya Mfano 12',
    'Mtaa wa Mfano, nyumba namba 12',
    'شارع المثال 12',
    'شارع المثال، رقم ١٢',
    '١٢ شارع المثال',
    '１２ Example Road',
    '12\u00a0Example\nRoad',
    '12 Exam\u00adple Road',
    'https://example.org/our-house-12-example-road',
    'https://example.org/?q=12%20Example%20Road',
  ])('is found in %j', (text) => {
    expect(sure(text)).toContain('street');
  });

  it.each([
    '24 Hours',
    'Monday 9 to 5',
    'Open 9 to close.',
    'We have 1 safe place.',
    'In 2023 a route without the police was announced.',
    'Street outreach 24 hours a day, 7 days a week.',
    'We are on the street 24 hours.',
    'Apoyo en la calle las 24 horas',
    'Ring 0808 2000 247. Street team from 6 pm.',
    '1 in 4 women live with it. There is a way out.',
    'You can stay for 45 days in a place of your own.',
    'For people aged 16 to 25. Drive, walk or ring.',
    'Une place pour 24 heures',
    'Von 9 bis 17 Uhr. Platz 24 Stunden.',
    'عن طريق الرقم 116',
    'Piga 1195, saa 24',
    'Article 12 of the Palermo Protocol',
    'Room for 12 women and their children',
  ])('is not found in %j', (text) => {
    expect(tracesIn(text, 'GB')).toEqual([]);
  });

  it('without a number is for a person to look at', () => {
    expect(tracesIn('Behind Example Road', 'GB')).toEqual([
      { kind: 'street-name', isSure: false, found: 'Behind Example Road' },
    ]);
  });
});

describe('a postcode', () => {
  it.each([
    ['We are in E1 6AN', 'GB'],
    ['sw1a1aa', 'GB'],
    ['Brooklyn, NY 11201', 'US'],
    ['New York 10001-1234', 'US'],
    ['zip code: 10001', 'US'],
    ['K1A 0B1', 'CA'],
  ])('is found in %j', (text, country) => {
    expect(sure(text, country)).toContain('postcode');
  });

  it('of which the first half alone is finer than a town', () => {
    expect(sure('Near SE15', 'GB')).toEqual(['outcode']);
    expect(tracesIn('Near E1', 'GB').map(({ isSure }) => isSure)).toEqual([false]);
    expect(tracesIn('Near SE15', 'KE')).toEqual([]);
  });

  it('is not found in what only looks like one', () => {
    for (const text of [
      'Room B1 2nd floor',
      'A CO2 alarm',
      'Form I-914',
      'T1 and H1B visas',
      '1-800-RESPECT',
    ])
      expect(sure(text), text).toEqual([]);
  });

  it('of a Kenyan box is a post box: for letters only', () => {
    expect(tracesIn('P.O. Box 41202-00100, Nairobi', 'KE')).toEqual([
      { kind: 'post-box', isSure: false, found: 'P.O. Box 4' },
    ]);
  });
});

describe('a point on a map', () => {
  it.each([
    '51.5, -0.12',
    '-1.2833, 36.8167',
    '51.50853 -0.12574',
    'lat 51.5',
    '51° 30′ 26″ N',
    '51.5°N',
    'geo:51.5,-0.12',
    'https://example.org/@51.5,-0.12,15z',
    'https://example.org/?ll=51.5%2C-0.12',
    '٥١٫٥، -٠٫١٢',
  ])('is found in %j', (text) => {
    expect(sure(text)).toContain('coordinates');
  });

  it.each([
    ['9C3XGV4C+XV', 'map-code'],
    ['GV4C+XV London', 'map-code'],
    ['///filled.count.soap', 'map-code'],
    ['https://w3w.co/filled.count.soap', 'map-code'],
    ['https://maps.google.com/?q=x', 'map-link'],
    ['https://www.google.co.uk/maps/place/x', 'map-link'],
    ['https://goo.gl/maps/x', 'map-link'],
    ['https://maps.app.goo.gl/x', 'map-link'],
    ['https://www.openstreetmap.org/node/1', 'map-link'],
    ['https://osm.org/go/x', 'map-link'],
    ['https://maps.apple.com/?q=x', 'map-link'],
  ])('is found in %j', (text, kind) => {
    expect(sure(text)).toContain(kind);
  });

  it('is not found in sums, versions, articles and phone numbers', () => {
    for (const text of [
      'It costs 1.50 to 2.75',
      '50.000 personas',
      'Version 1.2.3',
      '020.7946.0123',
      '+44 20 7946 0123',
      'https://example.org/article-1.1043786',
      'https://example.org/a/b/c',
      'women+girls',
      '2+2',
    ])
      expect(tracesIn(text, 'GB'), text).toEqual([]);
  });
});

it('looks at words that tell the way, but not at a police station', () => {
  expect(tracesIn('Two minutes’ walk from the bus stop', 'GB').map(({ kind }) => kind)).toContain(
    'way-there',
  );
  expect(tracesIn('Go to any police station', 'GB')).toEqual([]);
});

it('takes no longer than a blink over the longest text, whatever is in it', () => {
  for (const piece of ['1 ', 'Aa ', '12 Aa ', '1.1,', 'a', '%2c', 'calle ', '٣ شارع '])
    for (const text of [piece.repeat(2048 / piece.length), `https://${piece.repeat(500)}`]) {
      const began = performance.now();
      tracesIn(text, 'GB');
      expect(performance.now() - began, piece).toBeLessThan(500);
    }
});
