// Words of codes for clients: everyday things of kitchen, workshop, garden and weather, and nothing that breathes, since
// to be called by an animal can hurt. None is a name of a person or a place, a feeling, a body, a drug or drink, a tool
// that wounds, or anything that tells what the app is for; no two of a list are written nearly alike. Two things side by
// side need no grammar, so every language can have its own. All but the English list wait for a speaker to read them.

export const CODE_LANGUAGES = ['en', 'es', 'ar', 'sw'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

const EN = `
acorn anchor apple apricot apron balloon basket bench biscuit bonnet bread bridge broom bubble button cactus
calendar candle canvas carrot chalk cheese chimney cobweb comet compass crayon cushion drum easel engine
envelope feather fossil fountain garlic glacier gravel guitar hammock harvest hazelnut helmet hinge igloo
inkpot island jigsaw kettle kite ladder lampshade lantern lemon lettuce magnet mango marble meadow mitten
mosaic mushroom napkin noodle nutmeg onion orchard parcel pencil piano planet pocket postcard puzzle quilt
radish ribbon sailboat sandal saucer shovel spinach sponge stapler sunflower tambourine teapot telescope
thimble toaster tomato tractor trumpet tunnel umbrella violin walnut waterfall wheel wool yoghurt`;

const ES = `
abanico acordeón ajo alfombra almendra ancla arado armario arroz avellana azúcar balcón barco bolsillo botón brújula
buzón cacao cafetera calabaza campana canasta carpeta castaña cebolla cepillo cereza chimenea ciruela cometa corcho
cuaderno cubo dado dibujo durazno embudo escalera esponja estufa faro flauta fresa fuente galleta garbanzo girasol
globo guisante guitarra hamaca helado hoja iglú imán jabón jarra ladrillo lámpara lechuga lenteja libreta limón
linterna maceta maíz mantel manzana mesa molino naranja nube paraguas pincel piña pizarra pluma queso rábano reloj
remo rodillo sandalia sartén semáforo sombrero tambor tejado tenedor tomate trompeta ventana violín yogur zanahoria
zapato`;

const AR = `
برتقال تفاحة ليمون بطيخ عنب رمان مشمش بصل ثوم فلفل عدس حمص أرز خبز جبنة ملعقة صحن فنجان إبريق مقلاة دلو مكنسة صابون
منشفة وسادة سجادة ستارة شباك سقف جدار كرسي طاولة خزانة مصباح شمعة ساعة دفتر قلم مسطرة ممحاة خيط جيب قبعة حذاء معطف
مظلة حقيبة دراجة قطار سفينة قارب شراع مرساة طائرة بالون ناي غيمة ثلج رمل صخرة نهر بحيرة شلال غصن بستان زيتون صنوبر
سنبلة برغي مغناطيس بوصلة خريطة`;

const SW = `
chungwa embe nanasi tikiti zabibu parachichi karoti kitunguu nyanya pilipili mchicha kabichi kiazi maharage mchele
mkate chumvi kijiko sahani kikombe birika sufuria kikapu ndoo ufagio sabuni taulo zulia pazia dirisha ukuta ngazi meza
kabati mshumaa saa daftari kalamu rula uzi kifungo mfuko kofia kiatu koti mwavuli begi baiskeli treni meli mtumbwi
nanga puto filimbi zeze wingu mvua theluji upepo sayari mchanga jani tawi mzizi bustani mnazi msumari bisibisi sumaku
dira ramani chujio gitaa redio kamera karatasi bahasha ubao chaki sinia glasi mkeka fremu tairi daraja mnara alizeti
karanga korosho boga bamia biringanya tangawizi mdalasini iliki`;

const listOf = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Each list is its language's own; the same place in two of them means nothing. */
export const CODE_WORDS: Readonly<Record<CodeLanguage, readonly string[]>> = {
  en: listOf(EN),
  es: listOf(ES),
  ar: listOf(AR),
  sw: listOf(SW),
};
