/**
 * The product types of the search world, one a line, under "# department > category":
 * names (the first is the commonest; the others are words that people use for the same) ; typical price in pounds,
 * with c when it comes in colours ; demand ; features ; materials ; size scheme ; audience scheme ;
 * relations: "for X" is an accessory or part of X, "like X" may be bought in place of X.
 * Parsed once by vocabulary.ts. Everything is invented for this world.
 */
export const PRODUCT_LINES = `
# Furniture > Living room
sofa, couch, settee ; 620c ; 9 ; corner, reclining, modular, compact ; fabric, leather, velvet, linen ; seats ; ; like sofa bed
sofa bed, sleeper couch, futon ; 540c ; 5 ; storage, corner, click clack, compact ; fabric, velvet, linen ; seats ; ; like sofa
armchair, easy chair ; 260c ; 5 ; swivel, reclining, wingback, rocking ; fabric, leather, velvet ; ; ; like recliner
recliner, reclining chair, lounger chair ; 380c ; 3 ; electric, heated, massage, rocking ; leather, faux leather, fabric ; ; ; like armchair
coffee table, cocktail table ; 140c ; 6 ; lift top, nesting, round, with drawer ; oak, walnut, glass, marble, metal ; ; ; like side table
side table, end table, lamp table ; 65c ; 4 ; round, nesting, foldable, with drawer ; oak, walnut, glass, metal, bamboo ; ; ; like coffee table
tv stand, media unit, television cabinet ; 150c ; 4 ; floating, corner, with drawer, led lit ; oak, walnut, glass, metal ; ; ;
sofa cover, couch slipcover ; 38c ; 4 ; stretch, waterproof, quilted, washable ; polyester, cotton, velvet ; seats ; ; for sofa
cushion, throw pillow ; 18c ; 6 ; embroidered, pleated, bolster, outdoor ; velvet, linen, cotton, faux fur ; ; ; for sofa
footstool, ottoman, pouffe ; 70c ; 3 ; storage, round, tufted, foldable ; velvet, leather, fabric ; ; ; for armchair
# Furniture > Bedroom
bed frame, bedstead ; 310c ; 6 ; storage, upholstered, floating, slatted ; oak, pine, metal, velvet ; bed ; ; like divan bed
divan bed, platform bed ; 340c ; 3 ; storage, upholstered, ottoman base ; fabric, velvet, linen ; bed ; ; like bed frame
mattress ; 420 ; 7 ; memory foam, pocket sprung, orthopaedic, hybrid ; latex, wool, cotton ; bed ; ; for bed frame
mattress topper, bed topper ; 75 ; 4 ; memory foam, cooling, quilted ; latex, bamboo, cotton ; bed ; ; for mattress
mattress protector, mattress cover ; 24 ; 4 ; waterproof, quilted, fitted ; cotton, bamboo, polyester ; bed ; ; for mattress
wardrobe, armoire, closet ; 330c ; 4 ; sliding door, mirrored, corner, with drawer ; oak, pine, walnut ; ; ;
chest of drawers, dresser ; 190c ; 5 ; tall, wide, mirrored, narrow ; oak, pine, walnut, rattan ; drawers ; ;
bedside table, nightstand, night table ; 70c ; 5 ; floating, with drawer, with charger, narrow ; oak, pine, walnut, rattan ; ; ; like side table
# Furniture > Home office
desk, writing table, workstation ; 190c ; 7 ; standing, corner, foldable, with drawer ; oak, walnut, bamboo, metal ; ; ;
office chair, desk chair, swivel chair ; 165c ; 8 ; ergonomic, executive, high back, armless ; mesh, leather, fabric ; ; ; like gaming chair
gaming chair ; 190c ; 5 ; reclining, racing, massage, with footrest ; faux leather, fabric, mesh ; ; ; like office chair
bookcase, bookshelf, shelving unit ; 120c ; 5 ; ladder, corner, floating, narrow ; oak, pine, walnut, metal ; shelves ; ;
filing cabinet, file drawer ; 110c ; 3 ; lockable, mobile, fireproof ; metal, oak ; drawers ; ;
desk lamp, reading light, task lamp ; 38c ; 5 ; dimmable, clamp, rechargeable, usb charging ; metal, oak, brass ; ; ; for desk
desk mat, desk pad ; 19c ; 3 ; anti slip, heated, extended, reversible ; leather, felt, cork ; ; ; for desk
chair mat, floor protector ; 33 ; 2 ; anti slip, foldable, for carpet ; polycarbonate, bamboo ; ; ; for office chair
# Kitchen > Cookware
frying pan, skillet ; 34c ; 7 ; non stick, induction, deep, with lid ; cast iron, stainless steel, ceramic, aluminium ; diameter ; ; like saute pan
saute pan ; 48c ; 3 ; non stick, induction, with lid ; stainless steel, ceramic, aluminium ; diameter ; ; like frying pan
saucepan, cooking pot ; 32c ; 5 ; non stick, induction, with lid, pouring lip ; stainless steel, ceramic, copper, enamel ; diameter ; ; like casserole dish
casserole dish, dutch oven, cocotte ; 85c ; 4 ; induction, oval, round, shallow ; cast iron, enamel, ceramic ; litres ; ; like saucepan
wok ; 42c ; 3 ; non stick, flat bottom, with lid, induction ; carbon steel, cast iron, aluminium ; diameter ; ; like frying pan
baking tray, sheet pan, oven tray ; 16 ; 4 ; non stick, deep, perforated, with rack ; carbon steel, aluminium, silicone ; ; ;
pan lid, pot cover ; 14 ; 2 ; universal, splatter proof, steam vent ; glass, stainless steel, silicone ; diameter ; ; for saucepan, for frying pan
kitchen knife, chef knife ; 46 ; 5 ; forged, serrated, japanese, engraved ; carbon steel, stainless steel, damascus steel ; bladeinches ; ;
knife sharpener, whetstone ; 25 ; 3 ; electric, rolling, manual, double sided ; diamond, ceramic, corundum ; ; ; for kitchen knife
# Kitchen > Appliances
coffee machine, espresso maker, coffee maker ; 240c ; 8 ; bean to cup, pod, automatic, manual ; stainless steel ; ; ;
coffee grinder, bean mill ; 62c ; 4 ; burr, electric, manual, adjustable ; stainless steel, ceramic ; ; ; for coffee machine
kettle, water boiler ; 42c ; 6 ; electric, gooseneck, stovetop, temperature control ; stainless steel, glass, copper ; litres ; ;
toaster ; 45c ; 5 ; long slot, retro, with bun rack, digital ; stainless steel ; slices ; ;
blender, smoothie maker, liquidiser ; 68c ; 6 ; personal, high speed, portable, soup making ; glass, stainless steel ; litres ; ; like food processor
food processor, food chopper ; 96c ; 4 ; compact, with juicer, mini, multifunction ; stainless steel, glass ; litres ; ; like blender
air fryer ; 115c ; 8 ; dual zone, digital, compact, oven style ; ; litres ; ;
stand mixer, cake mixer ; 280c ; 4 ; tilt head, planetary, with dough hook, retro ; stainless steel, glass ; litres ; ;
air fryer liner, air fryer paper ; 9 ; 4 ; reusable, perforated, round, square ; silicone, parchment ; pack ; ; for air fryer
coffee filter, filter paper ; 8 ; 3 ; reusable, unbleached, cone shaped ; paper, stainless steel, hemp ; pack ; ; for coffee machine
microwave, microwave oven ; 130c ; 4 ; grill, flatbed, solo, inverter ; stainless steel ; litres ; ;
# Kitchen > Tableware
mug, coffee cup ; 14c ; 7 ; insulated, stackable, personalised, with lid ; ceramic, stoneware, glass, enamel ; millilitres ; ;
water glass, tumbler ; 18 ; 4 ; stackable, ribbed, double walled, engraved ; glass, crystal ; pack ; ; like wine glass
wine glass, wine goblet ; 26 ; 4 ; stemless, unbreakable, engraved, large ; crystal, glass, stainless steel ; pack ; ; like water glass
dinner plate, dinnerware plate ; 32c ; 4 ; rimless, deep, speckled, stackable ; stoneware, porcelain, bamboo ; pack ; ;
cutlery set, flatware, silverware set ; 48c ; 4 ; hammered, mirror polished, matt, with case ; stainless steel ; pieces ; ;
food storage container, lunch box, meal prep box ; 20c ; 6 ; leakproof, stackable, with divider, insulated ; glass, stainless steel, bamboo ; pack ; ;
water bottle, drinks flask, canteen ; 22c ; 8 ; insulated, with straw, collapsible, leakproof ; stainless steel, glass, aluminium ; millilitres ; ;
tablecloth, table cover ; 24c ; 3 ; wipe clean, embroidered, round, washable ; linen, cotton, polyester ; ; ; for dining table
# Home > Dining room
dining table, kitchen table ; 360c ; 4 ; extending, round, foldable, drop leaf ; oak, walnut, glass, marble ; seats ; ;
dining chair, kitchen chair, side chair ; 95c ; 5 ; stackable, upholstered, with arms, foldable ; oak, velvet, rattan, metal ; pack ; ; for dining table
bar stool, counter stool ; 88c ; 4 ; adjustable, swivel, with back, stackable ; oak, faux leather, metal, velvet ; pack ; ; like dining chair
chair cushion, seat pad ; 17c ; 3 ; with ties, non slip, tufted, memory foam ; cotton, linen, velvet ; pack ; ; for dining chair
# Home > Bedding
duvet, comforter, quilt ; 58 ; 6 ; all season, cooling, hypoallergenic, weighted ; down, wool, polyester, bamboo ; bed ; ;
duvet cover, quilt cover, bedding set ; 40c ; 7 ; reversible, embroidered, striped, washed ; cotton, linen, bamboo, flannel ; bed ; ; for duvet
pillow, bed pillow ; 28 ; 6 ; memory foam, cooling, orthopaedic, hypoallergenic ; down, latex, bamboo, polyester ; pack ; ;
fitted sheet, bed sheet ; 22c ; 5 ; deep pocket, cooling, brushed, jersey ; cotton, linen, bamboo, flannel ; bed ; ; for mattress
blanket, throw ; 34c ; 6 ; weighted, heated, chunky knit, fleece ; wool, cotton, faux fur ; ; ;
pillowcase, pillow cover ; 13c ; 4 ; oxford, housewife, cooling, envelope ; silk, cotton, linen, satin ; pack ; ; for pillow
# Home > Lighting and decor
table lamp, bedside lamp ; 44c ; 5 ; touch, dimmable, rechargeable, arched ; ceramic, brass, glass, rattan ; ; ; like floor lamp
floor lamp, standing lamp ; 90c ; 4 ; arched, dimmable, tripod, with shelves ; brass, oak, metal, rattan ; ; ; like table lamp
lampshade, lamp cover ; 26c ; 3 ; drum, pleated, tapered, easy fit ; linen, cotton, rattan, silk ; diameter ; ; for table lamp, for floor lamp
light bulb, lamp bulb ; 12 ; 5 ; dimmable, smart, filament, daylight ; glass ; pack ; ; for table lamp, for desk lamp
rug, carpet, floor mat ; 110c ; 7 ; shaggy, washable, round, non slip ; wool, jute, cotton, faux fur ; area ; ;
curtain, drapes ; 42c ; 6 ; blackout, thermal, sheer, eyelet ; linen, velvet, cotton, polyester ; ; ;
mirror, looking glass ; 76c ; 5 ; full length, round, arched, led lit ; metal, oak, rattan, brass ; ; ;
picture frame, photo frame ; 18c ; 5 ; collage, floating, digital, wall hanging ; oak, metal, glass, brass ; paper ; ;
wall clock ; 28c ; 4 ; silent, retro, oversized, skeleton ; oak, metal, brass ; diameter ; ;
scented candle, fragrance candle ; 19c ; 6 ; three wick, slow burning, travel, refillable ; soy wax, beeswax ; hours ; ;
vase, flower pot ; 26c ; 4 ; tall, ribbed, round, hanging ; ceramic, glass, stoneware ; ; ;
# Garden > Outdoor living
garden furniture set, patio set ; 450c ; 6 ; folding, corner, with parasol, modular ; rattan, teak, metal ; seats ; ;
sun lounger, deck chair ; 110c ; 4 ; folding, reclining, with wheels, double ; rattan, teak, textilene ; ; ; like garden furniture set
parasol, patio umbrella ; 80c ; 4 ; cantilever, tilting, with base, led lit ; polyester, teak ; metres ; ; for garden furniture set
furniture cover, patio cover ; 34c ; 3 ; waterproof, windproof, heavy duty, breathable ; polyester, oxford cloth ; seats ; ; for garden furniture set
barbecue, bbq grill ; 220c ; 5 ; charcoal, gas, portable, smoker ; cast iron, stainless steel ; burners ; ;
barbecue cover, grill cover ; 26 ; 3 ; waterproof, heavy duty, windproof ; polyester, oxford cloth ; burners ; ; for barbecue
barbecue tools, grill utensils ; 24 ; 3 ; with case, long handle, engraved ; stainless steel, oak ; pieces ; ; for barbecue
patio heater, outdoor heater ; 160c ; 3 ; electric, gas, wall mounted, tabletop ; stainless steel ; ; ;
# Garden > Gardening
lawn mower, grass cutter ; 240 ; 4 ; cordless, robotic, petrol, push ; ; ; ; like grass trimmer
grass trimmer, strimmer, weed whacker ; 95 ; 4 ; cordless, petrol, telescopic, foldable ; ; ; ; like lawn mower
hedge trimmer, hedge cutter ; 105 ; 4 ; cordless, telescopic, petrol, double sided ; ; ; ;
garden hose, hosepipe ; 38c ; 5 ; expandable, with reel, retractable, heavy duty ; latex, rubber ; metres ; ;
hose nozzle, spray gun ; 15 ; 3 ; adjustable, high pressure, with holder ; brass, zinc ; ; ; for garden hose
secateurs, pruning shears, garden clippers ; 24 ; 4 ; bypass, ratchet, anvil, left handed ; carbon steel, stainless steel ; ; ;
planter, plant pot ; 30c ; 6 ; self watering, hanging, tall, with saucer ; ceramic, terracotta, stoneware, metal ; diameter ; ;
gardening gloves, work gloves ; 13c ; 4 ; thorn proof, waterproof, touchscreen, padded ; leather, rubber, bamboo ; clothing ; adult ;
watering can ; 21c ; 3 ; long spout, indoor, with rose, collapsible ; metal, copper ; litres ; ;
# Electronics > Phones
smartphone, mobile phone, cell phone ; 420c ; 9 ; dual sim, unlocked, rugged, foldable ; ; storage ; ;
phone case, mobile cover ; 15c ; 8 ; shockproof, magnetic, wallet, slim ; silicone, leather, polycarbonate ; ; ; for smartphone
screen protector, screen film ; 9 ; 6 ; privacy, anti glare, full cover, easy fit ; tempered glass ; pack ; ; for smartphone
phone charger, usb plug ; 18c ; 7 ; fast, wireless, foldable, dual port ; ; watts ; ; for smartphone
power bank, portable charger, battery pack ; 32c ; 7 ; fast, solar, slim, magnetic ; ; capacity ; ; for smartphone
charging cable, usb lead ; 10c ; 6 ; fast, braided, magnetic, right angle ; nylon ; metres ; ; for phone charger, for smartphone
phone holder, phone mount ; 16c ; 5 ; magnetic, suction, adjustable, clip on ; ; ; ; for smartphone
# Electronics > Computers
laptop, notebook computer ; 680c ; 9 ; gaming, touchscreen, convertible, ultralight ; ; inches ; ; like tablet
tablet, tablet computer ; 310c ; 7 ; with pen, rugged, for kids, cellular ; ; storage ; ; like laptop
laptop bag, notebook briefcase ; 36c ; 5 ; waterproof, slim, wheeled, expandable ; leather, nylon, canvas ; inches ; ; for laptop
laptop stand, notebook riser ; 28c ; 5 ; adjustable, foldable, vertical, cooling ; aluminium, bamboo ; ; ; for laptop
laptop sleeve, notebook pouch ; 18c ; 4 ; shockproof, slim, with handle, waterproof ; neoprene, felt, leather ; inches ; ; for laptop
monitor, computer screen, display ; 210c ; 7 ; curved, gaming, ultrawide, portable ; ; screeninches ; ;
monitor arm, screen mount ; 58c ; 3 ; dual, gas spring, clamp, wall mounted ; aluminium, carbon steel ; screeninches ; ; for monitor
keyboard ; 62c ; 6 ; mechanical, wireless, compact, backlit ; ; ; ;
computer mouse, wireless mouse ; 29c ; 6 ; ergonomic, gaming, vertical, silent ; ; ; ;
mouse mat, mouse pad ; 12c ; 4 ; extended, with wrist rest, rgb, waterproof ; cork, leather, rubber ; ; ; for computer mouse
printer ; 130c ; 4 ; laser, inkjet, wireless, photo ; ; ; ;
printer ink, ink cartridge ; 28 ; 5 ; high yield, refill, multipack, photo ; ; pack ; ; for printer
external hard drive, portable storage, backup drive ; 78c ; 5 ; solid state, rugged, encrypted, slim ; ; storage ; ; for laptop
# Electronics > Audio
headphones, cans headset ; 88c ; 9 ; noise cancelling, wireless, over ear, foldable ; ; ; ; like earbuds
earbuds, in ear earphones ; 56c ; 8 ; noise cancelling, wireless, sports, waterproof ; ; ; ; like headphones
headphone stand, headset holder ; 22c ; 2 ; with charger, rgb, clamp, foldable ; oak, aluminium ; ; ; for headphones
bluetooth speaker, wireless speaker ; 70c ; 7 ; waterproof, portable, party, clip on ; ; ; ; like soundbar
soundbar, tv speaker ; 160 ; 5 ; with subwoofer, compact, wall mounted, surround ; ;  ; ; like bluetooth speaker
record player, turntable ; 130c ; 4 ; suitcase, belt drive, automatic, with speakers ; oak, walnut ; ; ;
microphone, mic ; 66c ; 4 ; condenser, wireless, clip on, gaming ; ; ; ;
# Electronics > Television and cameras
television, tv set, smart tv ; 480 ; 8 ; oled, curved, outdoor, ultra hd ; ; screen ; ;
tv bracket, tv wall mount ; 32 ; 5 ; tilting, swivel, full motion, slim ; carbon steel ; screen ; ; for television
camera, digital camera ; 420c ; 6 ; mirrorless, compact, waterproof, instant ; ; ; ;
camera bag, camera case ; 42c ; 4 ; waterproof, padded, sling, backpack style ; canvas, leather, nylon ; ; ; for camera
tripod, camera stand ; 44c ; 5 ; travel, flexible, with remote, heavy duty ; aluminium, carbon fibre ; ; ; for camera
memory card, sd card ; 18 ; 5 ; high speed, rugged, with adapter ; ; storage ; ; for camera
security camera, cctv camera ; 66c ; 5 ; wireless, outdoor, solar, night vision ; ; pack ; ; like camera
# Fashion > Shoes
trainers, sneakers, gym shoes ; 72c ; 9 ; slip on, chunky, high top, breathable ; leather, mesh, canvas, suede ; shoe ; all ; like running shoes
running shoes, jogging shoes ; 88c ; 8 ; trail, cushioned, lightweight, waterproof ; mesh ; shoe ; all ; like trainers
boots, ankle boots ; 96c ; 7 ; chelsea, lace up, waterproof, heeled ; leather, suede, faux leather ; shoe ; all ; like walking boots
walking boots, hiking boots ; 104c ; 5 ; waterproof, lightweight, wide fit, lace up ; leather, suede, mesh ; shoe ; all ; like boots
sandals, flip flops, sliders ; 34c ; 6 ; wedge, strappy, cushioned, slip on ; leather, rubber, cork ; shoe ; all ;
slippers, house shoes ; 24c ; 6 ; memory foam, slip on, fluffy, hard sole ; sheepskin, felt, wool, suede ; shoe ; all ;
wellington boots, wellies, rain boots ; 42c ; 4 ; tall, insulated, adjustable, short ; rubber, neoprene ; shoe ; all ; like boots
shoelaces, boot laces ; 6c ; 3 ; elastic, no tie, waxed, round ; cotton, polyester ; pack ; ; for trainers, for boots
insoles, shoe inserts ; 14 ; 4 ; memory foam, orthopaedic, gel, heated ; cork, leather ; shoe ; adult ; for trainers, for running shoes
shoe rack, shoe storage ; 36c ; 4 ; stackable, narrow, with bench, over door ; bamboo, metal, oak ; ; ;
# Fashion > Clothing
t-shirt, tee ; 17c ; 8 ; long sleeve, oversized, v neck, graphic ; cotton, linen, bamboo ; clothing ; all ; like polo shirt
polo shirt, golf shirt ; 28c ; 4 ; long sleeve, slim fit, zip neck ; cotton, pique, merino wool ; clothing ; all ; like t-shirt
jumper, sweater, pullover ; 44c ; 7 ; roll neck, cable knit, oversized, cropped ; wool, cashmere, cotton, merino wool ; clothing ; all ; like hoodie
hoodie, hooded sweatshirt ; 38c ; 7 ; zip up, oversized, fleece, cropped ; cotton, polyester ; clothing ; all ; like jumper
jeans, denims ; 52c ; 8 ; skinny, straight leg, high waisted, ripped ; denim ; clothing ; all ; like trousers
trousers, slacks ; 42c ; 6 ; cargo, wide leg, pleated, elasticated ; cotton, linen, wool, corduroy ; clothing ; all ; like jeans
jacket, coat ; 92c ; 8 ; puffer, waterproof, quilted, hooded ; leather, denim, wool, nylon ; clothing ; all ;
raincoat, waterproof jacket, mac ; 74c ; 5 ; packable, hooded, long, breathable ; nylon, polyester ; clothing ; all ; like jacket
dress, frock ; 48c ; 8 ; maxi, wrap, floral, sleeveless ; cotton, linen, satin, velvet ; clothing ; female ;
pyjamas, nightwear set ; 30c ; 6 ; long sleeve, short, fleece, button front ; cotton, satin, silk, flannel ; clothing ; all ;
swimsuit, bathing suit, swimming costume ; 32c ; 5 ; high neck, one piece, tummy control, sports ; nylon, polyester ; clothing ; female ;
swim shorts, swimming trunks ; 24c ; 4 ; quick dry, long, lined, printed ; nylon, polyester ; clothing ; male ;
socks, hosiery ; 12c ; 6 ; ankle, compression, thermal, no show ; cotton, merino wool, bamboo ; pack ; all ;
# Fashion > Bags and accessories
backpack, rucksack ; 46c ; 8 ; waterproof, anti theft, laptop, rolltop ; canvas, nylon, leather ; litres ; ;
handbag, purse, shoulder bag ; 68c ; 7 ; crossbody, quilted, tote style, clutch ; leather, faux leather, canvas, suede ; ; ;
suitcase, luggage case, trolley bag ; 96c ; 6 ; cabin, hard shell, expandable, lightweight ; polycarbonate, nylon, aluminium ; litres ; ;
luggage tag, suitcase label ; 9c ; 2 ; engraved, with strap, tracking ; leather, silicone, aluminium ; pack ; ; for suitcase
wallet, billfold ; 28c ; 6 ; slim, bifold, rfid blocking, zip round ; leather, faux leather, carbon fibre ; ; adult ;
belt, waist strap ; 24c ; 4 ; reversible, braided, ratchet, wide ; leather, canvas, suede ; ; adult ;
scarf, neck wrap ; 26c ; 4 ; oversized, knitted, fringed, snood ; wool, cashmere, silk, cotton ; ; adult ;
beanie, woolly hat, knit cap ; 16c ; 5 ; bobble, fleece lined, slouchy, ribbed ; wool, merino wool, cashmere ; ; all ;
sunglasses, shades ; 42c ; 6 ; polarised, aviator, oversized, sports ; metal, acetate ; ; all ;
umbrella, brolly ; 22c ; 5 ; windproof, folding, automatic, golf ; fibreglass, bamboo ; ; ;
# Fashion > Jewellery and watches
watch, wristwatch ; 120c ; 7 ; automatic, chronograph, digital, diving ; stainless steel, leather, gold plated, titanium ; ; adult ; like smart watch
smart watch, fitness tracker ; 130c ; 7 ; gps, waterproof, with calling, sleep tracking ; silicone, stainless steel ; ; adult ; like watch
watch strap, watch band ; 18c ; 5 ; quick release, braided, rugged, adjustable ; leather, silicone, stainless steel, nylon ; ; ; for watch, for smart watch
necklace, pendant chain ; 44 ; 6 ; personalised, layered, choker, locket ; sterling silver, gold plated, pearl, stainless steel ; ; adult ;
earrings, ear studs ; 28 ; 6 ; hoop, drop, stud, clip on ; sterling silver, gold plated, pearl, titanium ; pack ; adult ;
bracelet, bangle ; 34 ; 5 ; charm, tennis, beaded, personalised ; sterling silver, gold plated, leather, pearl ; ; adult ;
jewellery box, trinket box ; 30c ; 4 ; travel, with mirror, lockable, stackable ; velvet, faux leather, walnut ; ; ; for necklace, for earrings
`;
