// What no screen says, a list a language. Stems, so that "victims" and "ilegalmente" are found too.

/** Words that put the harm on the person it was done to (experience.md, design constants). */
export const BLAMING: Readonly<Record<string, RegExp>> = {
  en: /victim|abuser|prostitut|illegal/iu,
  es: /v[ií]ctima|abusador|maltratador|prostitu|ilegal/iu,
  ar: /ضحي[ةه]|ضحايا|المعتدي|معتد[يٍ]|عاهر|مومس|دعارة|بغاء|غير (شرعي|قانوني|نظامي)|الحرام/u,
  sw: /mwathirika|waathirika|mwathiriwa|waathiriwa|mhasiriwa|wahasiriwa|mnyanyasaji|wanyanyasaji|kahaba|makahaba|malaya|changudoa|haramu|kinyume (cha|na) sheria/iu,
};

/** Promises that no page can keep (TM-2): that nobody can know, that nothing is left, that history is erased. */
export const FALSE_PROMISES: Readonly<Record<string, RegExp>> = {
  en: /anonym|untrace|no trace|without a trace|(can ?not|can't|never) be (traced|tracked|found|seen)|(completely|totally|fully|100 ?%|perfectly) (private|safe|secret|secure|confidential)|(delete|erase|clear|wipe|remove)s? (your|the|all|browser|browsing|call) ?(\w+ )?history|(no ?one|nobody) (can|will) (see|know|find)/iu,
  es: /an[oó]nim|irrastreable|(sin|no) (dejar?|queda|quedan|quedará) (ning[uú]n )?rastros?|imposible de rastrear|(nadie|no se) (puede|podrá) (ver|saber|rastrear)|nadie (sabrá|verá)|(completamente|totalmente|100 ?%) (privad|segur|secret|confidencial)|(borra|elimina|limpia)r? (tu|el) historial/iu,
  ar: /مجهول الهوي|بهوية مجهولة|لا يمكن (تتبع|تعقب|كشف)|(بلا|بدون|دون|لا يترك|لا تترك) (أي )?أثر|لن (يعرف|يرى|يعلم) أحد|لا أحد يستطيع أن (يعرف|يرى)|(خاص|آمن|سري)ة? (تمامًا|بالكامل|مئة بالمئة|100)|(سرية|خصوصية) (تامة|كاملة)|(مسح|يمسح|تمسح|حذف|يحذف|تحذف) (سجل|السجل)/u,
  sw: /bila kujulikana|asiyejulikana|hautajulikana|hutajulikana|ha(wezi|uwezi|iwezi) kufuatiliwa|bila (kuacha )?alama|hakuna alama|hakuna (mtu )?(atakaye|anayeweza ku)(jua|ona)|(siri|salama|faragha) (kabisa|kamili|asilimia)|(futa|inafuta|unafuta|hufuta) historia/iu,
};
