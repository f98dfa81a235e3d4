/** The second half of the product types; product-lines.ts says how a line is read. */
export const MORE_PRODUCT_LINES = `
# Sports > Fitness
yoga mat, exercise mat ; 28c ; 6 ; extra thick, non slip, foldable, travel ; cork, rubber, jute ; ; ;
dumbbells, hand weights ; 48c ; 6 ; adjustable, hex, vinyl, soft grip ; cast iron, rubber, neoprene ; weight ; ; like kettlebell
kettlebell ; 36c ; 4 ; adjustable, competition, soft, vinyl ; cast iron, rubber ; weight ; ; like dumbbells
exercise bike, stationary bike, spin bike ; 260 ; 5 ; folding, magnetic, recumbent, with screen ; ; ; ; like treadmill
treadmill, running machine ; 420 ; 5 ; folding, under desk, incline, with screen ; ; ; ; like exercise bike
resistance bands, exercise bands ; 16c ; 5 ; fabric, with handles, loop, heavy ; latex, cotton ; pack ; ;
foam roller, muscle roller ; 20c ; 4 ; vibrating, textured, travel, half round ; cork, foam ; ; ;
# Sports > Cycling
bicycle, bike, push bike ; 420c ; 7 ; electric, folding, mountain, hybrid ; aluminium, carbon fibre, carbon steel ; wheel ; all ;
bike helmet, cycling helmet ; 44c ; 6 ; folding, with light, aero, with visor ; polycarbonate, foam ; clothing ; all ; for bicycle
bike lock, cycle lock ; 30c ; 5 ; folding, chain, d shaped, combination ; carbon steel, titanium ; metres ; ; for bicycle
bike light, bicycle lamp ; 24 ; 5 ; rechargeable, front, rear, helmet mounted ; aluminium ; pack ; ; for bicycle
bike pump, tyre inflator ; 22c ; 4 ; electric, mini, floor standing, with gauge ; aluminium, carbon steel ; ; ; for bicycle
bike seat, saddle ; 28c ; 4 ; gel, wide, child, suspension ; leather, foam ; ; ; for bicycle
pannier bag, bike bag ; 44c ; 3 ; waterproof, rolltop, insulated, double ; canvas, nylon ; litres ; ; for bicycle
# Sports > Camping and outdoors
tent, camping shelter ; 160c ; 6 ; pop up, inflatable, waterproof, backpacking ; polyester, canvas, nylon ; persons ; ;
sleeping bag ; 58c ; 6 ; mummy, double, ultralight, four season ; down, polyester, cotton ; ; all ;
camping chair, folding chair ; 36c ; 5 ; lightweight, with cup holder, rocking, low ; polyester, aluminium ; ; ;
camping stove, gas cooker ; 42 ; 4 ; compact, double burner, windproof, wood burning ; titanium, stainless steel ; ; ;
air bed, inflatable mattress, blow up bed ; 46 ; 4 ; with pump, flocked, ultralight, raised ; nylon ; bed ; ; like mattress
head torch, headlamp ; 24c ; 5 ; rechargeable, waterproof, running, red light ; aluminium ; lumens ; ; like torch
torch, flashlight ; 22c ; 5 ; rechargeable, tactical, waterproof, wind up ; aluminium ; lumens ; ; like head torch
cool box, cooler, ice chest ; 48c ; 4 ; electric, wheeled, soft, backpack style ; polyester ; litres ; ;
tent pegs, tent stakes ; 11 ; 2 ; heavy duty, glow in the dark, sand ; carbon steel, titanium, aluminium ; pack ; ; for tent
# Sports > Ball games
football, soccer ball ; 22c ; 6 ; match, training, indoor, beach ; leather, rubber ; ballsize ; ;
football boots, soccer cleats ; 58c ; 5 ; firm ground, astro turf, indoor, laceless ; leather, mesh ; shoe ; all ; for football
shin pads, shin guards ; 13c ; 3 ; slip in, with sock, ankle, lightweight ; foam, carbon fibre ; clothing ; all ; for football
tennis racket ; 78c ; 4 ; lightweight, junior, graphite, with cover ; carbon fibre, aluminium ; ; ;
basketball ; 24c ; 4 ; indoor, outdoor, junior, street ; leather, rubber ; ballsize ; ;
basketball hoop, basketball net ; 96 ; 3 ; portable, over door, wall mounted, adjustable ; carbon steel ; ; ; for basketball
# Baby > Nursery
pram, pushchair, stroller, buggy ; 340c ; 6 ; lightweight, double, travel, three wheel ; aluminium ; ; ;
rain cover, pushchair cover ; 19 ; 3 ; universal, breathable, with window ; polyester ; ; ; for pram
car seat, child seat ; 160c ; 5 ; rotating, rear facing, booster, folding ; ; ; ;
cot, crib, baby bed ; 190c ; 4 ; travel, bedside, convertible, with drawer ; pine, oak, rattan ; ; ;
cot mattress, crib mattress ; 64 ; 3 ; waterproof, breathable, folding ; foam, wool, latex ; ; ; for cot
high chair, feeding chair ; 90c ; 4 ; folding, adjustable, portable, with tray ; oak, pine, aluminium ; ; ;
baby monitor, baby cam ; 86 ; 5 ; video, audio, breathing, wireless ; ; ; ;
nappies, diapers ; 21 ; 6 ; reusable, overnight, swim, eco ; bamboo, cotton ; pack ; ;
nappy bag, changing bag, diaper bag ; 44c ; 4 ; backpack style, insulated, waterproof, with mat ; leather, canvas, nylon ; ; ; for nappies
dummy, pacifier, soother ; 8c ; 4 ; orthodontic, glow in the dark, with clip, newborn ; silicone, latex ; pack ; ;
# Toys > Games and toys
building blocks, construction bricks ; 34 ; 7 ; magnetic, giant, soft, creative ; pine, foam ; pieces ; ;
doll, baby doll ; 28 ; 5 ; talking, rag, fashion, with accessories ; cotton, vinyl ; ; ;
dolls house, doll house ; 84c ; 4 ; three storey, portable, with furniture ; pine, bamboo ; ; ; for doll
board game, tabletop game ; 28 ; 7 ; strategy, cooperative, party, travel ; ; players ; ;
jigsaw puzzle, jigsaw ; 17 ; 6 ; panoramic, floor, shaped, three dimensional ; pine ; pieces ; ;
soft toy, stuffed animal, plush ; 18c ; 6 ; giant, weighted, musical, heatable ; faux fur, cotton ; ; ;
remote control car, rc car ; 44c ; 5 ; off road, drift, stunt, waterproof ; ; ; ;
scooter, kick scooter ; 64c ; 5 ; electric, three wheel, stunt, folding ; aluminium ; ; all ;
ride on toy, balance bike ; 48c ; 4 ; electric, push along, rocking, with trailer ; pine, aluminium ; ; ;
craft kit, art set ; 20 ; 6 ; painting, clay, jewellery making, origami ; ; pieces ; ;
trampoline ; 190 ; 4 ; with net, mini, folding, in ground ; carbon steel ; diameterfeet ; ;
# Beauty > Skin and hair
moisturiser, face cream ; 22 ; 7 ; anti ageing, fragrance free, night, tinted ; hyaluronic acid, shea butter, retinol ; smallmillilitres ; ; like face serum
face serum, skin serum ; 26 ; 6 ; brightening, anti ageing, hydrating, overnight ; hyaluronic acid, vitamin c, retinol ; smallmillilitres ; ; like moisturiser
sun cream, sunscreen, sunblock ; 15 ; 6 ; waterproof, tinted, for kids, spray ; mineral zinc ; smallmillilitres ; ;
shampoo, hair wash ; 12 ; 6 ; solid, anti dandruff, volumising, sulphate free ; argan oil, coconut oil, tea tree oil ; smallmillilitres ; ;
hair dryer, blow dryer ; 58c ; 6 ; ionic, travel, folding, with diffuser ; ceramic ; highwatts ; ;
hair straightener, flat iron ; 54c ; 5 ; cordless, wide plate, mini, steam ; ceramic, titanium ; ; ; like hair curler
hair curler, curling tong ; 44c ; 4 ; automatic, cordless, wide barrel, heatless ; ceramic, titanium ; ; ; like hair straightener
lipstick, lip colour ; 13c ; 5 ; matt, liquid, glossy, long lasting ; shea butter ; ; ;
perfume, fragrance, eau de parfum ; 52 ; 7 ; floral, woody, citrus, travel ; ; smallmillilitres ; adult ;
make up bag, cosmetic pouch ; 17c ; 4 ; hanging, with mirror, clear, expandable ; canvas, leather, velvet ; ; ; for lipstick
electric toothbrush, power toothbrush ; 62c ; 6 ; rechargeable, travel, sonic, for kids ; ; pack ; ;
toothbrush heads, brush refills ; 16 ; 5 ; soft, whitening, compatible, for kids ; ; pack ; ; for electric toothbrush
electric shaver, electric razor ; 74c ; 5 ; wet and dry, foil, rotary, travel ; ; ; male ; like beard trimmer
beard trimmer, facial hair clipper ; 36c ; 4 ; cordless, precision, waterproof, with comb ; titanium, ceramic ; ; male ; like electric shaver
# Pets > Dogs and cats
dog bed, pet bed ; 42c ; 6 ; orthopaedic, waterproof, calming, raised ; faux fur, fabric, memory foam ; clothing ; ;
dog lead, dog leash ; 16c ; 5 ; retractable, reflective, long line, hands free ; leather, nylon ; metres ; ;
dog collar ; 14c ; 4 ; personalised, reflective, training, tracking ; leather, nylon ; clothing ; ; for dog lead
dog coat, dog jacket ; 24c ; 4 ; waterproof, reflective, quilted, fleece ; nylon, polyester, wool ; clothing ; ;
dog food, puppy food ; 32 ; 6 ; grain free, hypoallergenic, wet, senior ; chicken, salmon, lamb ; kilograms ; ;
cat food, kitten food ; 26 ; 6 ; grain free, wet, indoor, senior ; chicken, salmon, tuna ; kilograms ; ;
cat tree, cat tower, scratching post ; 56c ; 5 ; tall, wall mounted, with hammock, compact ; jute, faux fur, pine ; ; ;
cat litter tray, litter box ; 28c ; 5 ; covered, self cleaning, corner, top entry ; stainless steel ; ; ;
cat litter, kitty litter ; 14 ; 5 ; clumping, scented, low dust, wood pellet ; clay, pine, silica ; kilograms ; ; for cat litter tray
pet carrier, cat carrier ; 34c ; 4 ; backpack style, wheeled, expandable, airline ; polyester, canvas ; clothing ; ;
# Tools > Power and hand tools
cordless drill, power drill, drill driver ; 84 ; 7 ; hammer, brushless, compact, with batteries ; ; volts ; ;
drill bits, drill set ; 20 ; 5 ; masonry, wood, metal, step ; titanium, cobalt, carbon steel ; pieces ; ; for cordless drill
screwdriver, screwdriver set ; 22 ; 5 ; ratchet, precision, insulated, magnetic ; carbon steel ; pieces ; ;
spanner, wrench ; 24 ; 4 ; adjustable, ratchet, torque, combination ; carbon steel, titanium ; pieces ; ;
hammer, claw hammer ; 17 ; 4 ; claw, sledge, rubber, ball ; fibreglass, carbon steel ; ; ;
toolbox, tool chest ; 42 ; 4 ; rolling, stackable, lockable, cantilever ; metal, polypropylene ; ; ;
tape measure, measuring tape ; 11 ; 4 ; magnetic, digital, self locking, laser ; fibreglass, carbon steel ; metres ; ;
ladder, step ladder ; 88 ; 4 ; telescopic, folding, platform, loft ; aluminium, fibreglass ; steps ; ;
pressure washer, jet washer, power washer ; 140 ; 5 ; cordless, compact, petrol, with patio cleaner ; ; highwatts ; ;
paint brush, decorating brush ; 10 ; 4 ; angled, flat, synthetic, no loss ; nylon, bristle ; pack ; ; for emulsion paint
emulsion paint, wall paint ; 30c ; 5 ; matt, silk finish, washable, quick dry ; ; litres ; ;
# Home > Cleaning and storage
vacuum cleaner, hoover, dust sucker ; 190c ; 8 ; cordless, robot, bagless, handheld ; ; highwatts ; ; like steam mop
steam mop, floor steamer ; 82c ; 4 ; cordless, handheld, foldable, multifunction ; ; ; ; like vacuum cleaner
vacuum bags, hoover bags ; 13 ; 3 ; reusable, high filtration, compatible, scented ; paper, polyester ; pack ; ; for vacuum cleaner
mop, floor mop ; 26c ; 4 ; spin, spray, flat, self wringing ; cotton, polyester ; ; ;
laundry basket, clothes hamper ; 28c ; 5 ; folding, with lid, on wheels, divided ; rattan, bamboo, cotton ; litres ; ;
clothes airer, drying rack ; 38 ; 5 ; heated, folding, wall mounted, tiered ; aluminium, bamboo ; metres ; ;
storage box, storage bin ; 20c ; 6 ; stackable, under bed, collapsible, with lid ; bamboo, fabric, rattan ; litres ; ;
drawer organiser, drawer divider ; 15c ; 4 ; expandable, stackable, adjustable, honeycomb ; bamboo, acrylic, fabric ; pack ; ; for chest of drawers
bin, trash can, waste basket ; 42c ; 5 ; pedal, sensor, recycling, slim ; stainless steel, bamboo ; litres ; ;
bin bags, trash bags ; 9 ; 4 ; scented, drawstring, compostable, heavy duty ; ; pack ; ; for bin
iron, steam iron ; 42c ; 4 ; cordless, travel, vertical, steam generator ; ceramic, stainless steel ; highwatts ; ;
ironing board ; 40c ; 3 ; folding, tabletop, wide, with socket ; cotton, carbon steel ; ; ; for iron
`;
