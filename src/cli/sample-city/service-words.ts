import type { Need } from '../../core/taxonomy.ts';

/** How sample services for a need call themselves and say what they do: one choice or the other. */
export interface ServiceWords {
  readonly titles: readonly [string, string];
  readonly does: readonly [string, string];
}

export const SERVICE_WORDS: Readonly<Record<Need, ServiceWords>> = {
  'safe.crisis-line': {
    titles: ['night line', 'listening line'],
    does: [
      'Talk to a trained listener. You choose what to say.',
      'Call when things feel too much. We listen and do not push.',
    ],
  },
  'safe.escape': {
    titles: ['way out team', 'safe exit service'],
    does: [
      'We help you leave a place that is not safe. We plan the way and the ride.',
      'A worker can meet you and take you somewhere safe.',
    ],
  },
  'safe.plan': {
    titles: ['safety planning desk', 'stay safe service'],
    does: ['We help you make a plan to stay safer.', 'Sit with a worker and plan your next safe steps.'],
  },
  'safe.digital': {
    titles: ['phone safety desk', 'safe devices clinic'],
    does: [
      'We check phones for tracking. We help you lock your accounts.',
      'Learn who can see your location, and how to stop it.',
    ],
  },
  'home.refuge': {
    titles: ['safe house', 'refuge'],
    does: [
      'A safe house at a private address. You have your own room.',
      'A calm place to stay while you decide what comes next.',
    ],
  },
  'home.emergency': {
    titles: ['night beds', 'emergency beds'],
    does: [
      'A bed for tonight, a hot meal and a shower.',
      'Short stays of up to two weeks. We help you find the next place.',
    ],
  },
  'home.longer': {
    titles: ['home finders', 'new homes service'],
    does: [
      'We help you find a home and set it up.',
      'We help with forms, deposits and furniture for a new home.',
    ],
  },
  'home.rights': {
    titles: ['housing advice', 'renters desk'],
    does: [
      'Advice if a landlord asks for sex or wants you out.',
      'Know your rights as a renter. We can write to your landlord.',
    ],
  },
  'health.urgent': {
    titles: ['care centre', 'urgent care team'],
    does: [
      'Medical care after an assault. A nurse sees you in a private room.',
      'We treat injuries and explain each step. You can say stop at any time.',
    ],
  },
  'health.pep': {
    titles: ['sexual health clinic', 'test and treat clinic'],
    does: [
      'Medicine to prevent HIV. Come within three days if you can.',
      'Tests and treatment for infections. Ask us about HIV medicine.',
    ],
  },
  'health.pregnancy': {
    titles: ['pregnancy choices clinic', 'pregnancy advice'],
    does: [
      'Emergency contraception, pregnancy tests and abortion care.',
      'Talk about a pregnancy with a nurse. You decide.',
    ],
  },
  'health.forensic': {
    titles: ['evidence clinic', 'examination suite'],
    does: [
      'A doctor can collect evidence and keep it while you decide.',
      'An examination with a doctor you choose. A worker can stay with you.',
    ],
  },
  'health.sexual': {
    titles: ['contraception clinic', 'body health clinic'],
    does: [
      'Contraception, smear tests and advice about your body.',
      'A clinic for sexual health. We do not judge.',
    ],
  },
  'health.substance': {
    titles: ['drugs and alcohol team', 'recovery clinic'],
    does: [
      'Help to use less, use more safely, or stop.',
      'See a nurse about drugs or alcohol. We go at your pace.',
    ],
  },
  'mind.counselling': {
    titles: ['counselling rooms', 'talking therapy'],
    does: [
      'Weekly talks with a counsellor who knows about abuse.',
      'Counselling to help with fear, sleep and bad memories.',
    ],
  },
  'mind.mental-health': {
    titles: ['wellbeing team', 'mental health crisis team'],
    does: [
      'Mental health nurses you can see the same week.',
      'Help when you feel you cannot go on. We see people quickly.',
    ],
  },
  'mind.peer': {
    titles: ['survivor group', 'peer circle'],
    does: [
      'Meet others who went through something like it. Tea is ready.',
      'A small group led by people who have been there.',
    ],
  },
  'help.advocate': {
    titles: ['advocates', 'caseworkers'],
    does: [
      'One worker stays with you from start to end.',
      'A caseworker goes with you to the clinic, court or housing office.',
    ],
  },
  'help.exiting': {
    titles: ['next step project', 'drop-in'],
    does: [
      'Support if you want to stop selling sex. No pressure and no deadline.',
      'Help with money, housing and safety if you want to move on.',
    ],
  },
  'help.trafficking': {
    titles: ['anti-trafficking team', 'freedom team'],
    does: [
      'For people made to work or sell sex for others. We explain your choices.',
      'A worker explains what identification means before you decide.',
    ],
  },
  'help.family': {
    titles: ['family support', 'parents circle'],
    does: [
      'For parents and carers of someone who was exploited.',
      'We help families listen, stay calm and keep a child safe.',
    ],
  },
  'help.interpreter': {
    titles: ['interpreting service', 'language bridge'],
    does: [
      'A trained interpreter, by phone or beside you. We keep what you say private.',
      'We translate letters and go with you to meetings.',
    ],
  },
  'online.images': {
    titles: ['image removal desk', 'take down team'],
    does: [
      'We help you get private pictures taken down from sites.',
      'Send us the page, not the picture. We ask the site to remove it.',
    ],
  },
  'online.sextortion': {
    titles: ['blackmail helpline', 'sextortion help desk'],
    does: [
      'Someone is asking for money over pictures? We help you answer.',
      'Do not pay. Talk to us first. We know how this works.',
    ],
  },
  'online.child': {
    titles: ['online child safety desk', 'young and online team'],
    does: [
      'Help when an adult asks a child for pictures or to meet.',
      'We talk with children and carers about what happened online.',
    ],
  },
  'law.advice': {
    titles: ['legal clinic', 'law centre'],
    does: [
      'Advice from a lawyer. The first talk takes an hour.',
      'A lawyer reads your papers and explains them in plain words.',
    ],
  },
  'law.immigration': {
    titles: ['immigration advice', 'asylum law team'],
    does: [
      'Advice on visas, asylum and permission to stay.',
      'Lawyers for people whose visa depends on a partner or boss.',
    ],
  },
  'law.protection': {
    titles: ['protection order desk', 'family law clinic'],
    does: [
      'Help to ask a court to keep someone away from you.',
      'Lawyers for children, divorce and protection orders.',
    ],
  },
  'law.compensation': {
    titles: ['compensation advice', 'claims clinic'],
    does: [
      'We help you claim money for harm or unpaid wages.',
      'A lawyer checks if you can claim, and by what date.',
    ],
  },
  'law.rights': {
    titles: ['know your rights desk', 'rights workshop'],
    does: [
      'Short talks about your rights at work, at home and with police.',
      'Plain leaflets and a person to ask about your rights.',
    ],
  },
  'report.police': {
    titles: ['police special unit', 'police contact office'],
    does: [
      'Trained officers take reports of exploitation and assault.',
      'You can ask for a woman officer and an interpreter.',
    ],
  },
  'report.anonymous': {
    titles: ['anonymous reporting', 'tell us desk'],
    does: [
      'Say what happened without giving a name. We pass it on.',
      'A worker writes down your report and hides who you are.',
    ],
  },
  'report.work': {
    titles: ['workers desk', 'fair work inspectors'],
    does: [
      'Report a boss who touches, threatens or does not pay you.',
      'Inspectors visit workplaces. They do not name who told them.',
    ],
  },
  'report.aid-worker': {
    titles: ['aid conduct desk', 'safe aid line'],
    does: [
      'Tell us if someone asked for sex in return for aid.',
      'Report an aid worker or official. Your aid will not stop.',
    ],
  },
  'child.protection': {
    titles: ['child safety team', 'children at risk team'],
    does: [
      'Social workers who act when a child is not safe.',
      'Call if you worry about a child. A worker answers.',
    ],
  },
  'child.young-person': {
    titles: ['young people project', 'youth workers'],
    does: [
      'Youth workers for young people who go missing or feel trapped.',
      'A worker meets you where you like, even just to talk.',
    ],
  },
  'live.benefits': {
    titles: ['money advice', 'hardship fund'],
    does: [
      'Small grants and help to claim what you can get.',
      'We help when you have no money at all. Ask us today.',
    ],
  },
  'live.basics': {
    titles: ['food and clothes store', 'open pantry'],
    does: ['Food, clothes, nappies and soap. Take what you need.', 'Pick up a bag of food or warm clothes.'],
  },
  'live.work': {
    titles: ['job training', 'work start project'],
    does: [
      'Learn a trade, write a CV and practise for interviews.',
      'We match people with safe jobs and stay in touch.',
    ],
  },
  'live.education': {
    titles: ['language classes', 'open college'],
    does: [
      'Language classes, with a creche for small children.',
      'Finish school or start a course at your own speed.',
    ],
  },
};
