<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO" sourcelanguage="en">
<context>
    <name>ControlStates</name>
    <message>
        <source>%1 for all %2</source>
        <translation>%1 for alle %2</translation>
    </message>
    <message>
        <source>%1 for %2 of %3</source>
        <translation>%1 for %2 av %3</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 for %2</translation>
    </message>
</context>
<context>
    <name>DocumentPrinter</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Side %1 av %2</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>«%1» kan ikke skrives: %2.</translation>
    </message>
    <message>
        <source>the pages could not be painted</source>
        <translation>sidene kunne ikke tegnes</translation>
    </message>
</context>
<context>
    <name>FlowEdits</name>
    <message>
        <source>A service needs no permission to reach itself.</source>
        <translation>En tjeneste trenger ikke tillatelse til å nå seg selv.</translation>
    </message>
    <message>
        <source>One end must be a service.</source>
        <translation>Den ene enden må være en tjeneste.</translation>
    </message>
    <message>
        <source>%1 offers no port to connect to. Give it one first.</source>
        <translation>%1 tilbyr ingen port å koble til. Gi den en først.</translation>
    </message>
    <message>
        <source>The ingress controller only opens connections; nothing connects to it.</source>
        <translation>Ingress-kontrolleren åpner bare forbindelser; ingenting kobler seg til den.</translation>
    </message>
    <message>
        <source>Nothing can tell by name who connects. Use a network instead.</source>
        <translation>Ingenting kan se på navnet hvem som kobler seg til. Bruk et nett i stedet.</translation>
    </message>
    <message>
        <source>This comes from an open port. Open ports at the step Ports.</source>
        <translation>Dette kommer av en åpen port. Åpne porter på trinnet Porter.</translation>
    </message>
    <message>
        <source>This service was added by Skanse and has no answers.</source>
        <translation>Skanse har lagt til denne tjenesten; den har ingen svar.</translation>
    </message>
    <message>
        <source>Remove a flow</source>
        <translation>Fjern en strøm</translation>
    </message>
</context>
<context>
    <name>FlowExport</name>
    <message>
        <source>Everything else is denied.</source>
        <translation>Alt annet er nektet.</translation>
    </message>
    <message>
        <source>Allowed network flows. Everything else is denied.</source>
        <translation>Tillatte nettverksstrømmer. Alt annet er nektet.</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Det er ingenting å tegne ennå.</translation>
    </message>
    <message>
        <source>The name must end with .svg or .png.</source>
        <translation>Navnet må slutte på .svg eller .png.</translation>
    </message>
    <message>
        <source>The picture is too large. Save it as SVG.</source>
        <translation>Bildet er for stort. Lagre det som SVG.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 kunne ikke skrives: %2</translation>
    </message>
</context>
<context>
    <name>FlowGraph</name>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>The internet</source>
        <translation>Internett</translation>
    </message>
    <message>
        <source>Ingress controller</source>
        <translation>Ingress-kontroller</translation>
    </message>
    <message>
        <source>This host only</source>
        <translation>Bare denne verten</translation>
    </message>
    <message>
        <source>Every address of the host</source>
        <translation>Alle adresser på verten</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>enhver adresse</translation>
    </message>
    <message>
        <source>network</source>
        <translation>nett</translation>
    </message>
    <message>
        <source>DNS name</source>
        <translation>DNS-navn</translation>
    </message>
    <message>
        <source>Kubernetes</source>
        <translation>Kubernetes</translation>
    </message>
    <message>
        <source>loopback</source>
        <translation>loopback</translation>
    </message>
    <message>
        <source>address of the host</source>
        <translation>adresse på verten</translation>
    </message>
    <message>
        <source>any port</source>
        <translation>enhver port</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(uten navn)</translation>
    </message>
    <message>
        <source>Opened on the host: %1</source>
        <translation>Åpnet på verten: %1</translation>
    </message>
    <message>
        <source>Follows from the public port: in Kubernetes it is reached through the ingress controller.</source>
        <translation>Følger av den offentlige porten: i Kubernetes nås den gjennom ingress-kontrolleren.</translation>
    </message>
    <message>
        <source>Follows from the public port of %1.</source>
        <translation>Følger av den offentlige porten til %1.</translation>
    </message>
    <message>
        <source>%1 may reach %2</source>
        <translation>%1 kan nå %2</translation>
    </message>
    <message>
        <source>%1 may open no connection</source>
        <translation>%1 kan ikke åpne noen forbindelse</translation>
    </message>
    <message>
        <source>no service is denied</source>
        <translation>ingen tjeneste er nektet</translation>
    </message>
    <message>
        <source>1 service is denied</source>
        <translation>1 tjeneste er nektet</translation>
    </message>
    <message>
        <source>%1 services are denied</source>
        <translation>%1 tjenester er nektet</translation>
    </message>
    <message>
        <source>it is reached by %1</source>
        <translation>nås av %1</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>%1 › %2</source>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>%1 › %2 › %3</source>
        <translation>%1 › %2 › %3</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>Errors: no files before these are mended</source>
        <translation>Feil: ingen filer før disse er rettet</translation>
    </message>
    <message>
        <source>Warnings: worth a change</source>
        <translation>Advarsler: bør endres</translation>
    </message>
    <message>
        <source>Open: somebody has to fill in a fact</source>
        <translation>Åpent: noen må fylle inn et faktum</translation>
    </message>
    <message>
        <source>Notes: good to know</source>
        <translation>Merknader: greit å vite</translation>
    </message>
</context>
<context>
    <name>ResourceBars</name>
    <message>
        <source>+ %1 more</source>
        <translation>+ %1 til</translation>
    </message>
    <message>
        <source>host</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>free</source>
        <translation>ledig</translation>
    </message>
    <message>
        <source>%1 more than the machine has</source>
        <translation>%1 mer enn maskinen har</translation>
    </message>
    <message>
        <source>full</source>
        <translation>full</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 ledig</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Minne</translation>
    </message>
    <message>
        <source>%1 vCPU</source>
        <translation>%1 vCPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>limits up to %1, which are shared</source>
        <translation>grenser opp til %1, som deles</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>%1 vCPU, %2 memory, %3 disk</source>
        <translation>%1 vCPU, %2 minne, %3 disk</translation>
    </message>
    <message>
        <source>The machine: %1. Chosen from what the services need.</source>
        <translation>Maskinen: %1. Valgt ut fra det tjenestene trenger.</translation>
    </message>
    <message>
        <source>The machine: %1.</source>
        <translation>Maskinen: %1.</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Review and export</source>
        <translation>Oversikt og eksport</translation>
    </message>
    <message>
        <source>Begin with an example or a few presets, or go on where you were.</source>
        <translation>Begynn med et eksempel eller noen forvalg, eller fortsett der du var.</translation>
    </message>
    <message>
        <source>What is hardened, for whom, and which files should come out.</source>
        <translation>Hva som herdes, for hvem, og hvilke filer som skal komme ut.</translation>
    </message>
    <message>
        <source>One service for each container. The preset fills in what is known about it.</source>
        <translation>Én tjeneste for hver container. Forvalget fyller inn det som er kjent om den.</translation>
    </message>
    <message>
        <source>Who may connect to which port. Nothing is public unless it says so here.</source>
        <translation>Hvem som kan koble til hvilken port. Ingenting er offentlig uten at det står her.</translation>
    </message>
    <message>
        <source>The root file system is read-only: these are the paths that can be written.</source>
        <translation>Rotfilsystemet er skrivebeskyttet: dette er stiene det kan skrives til.</translation>
    </message>
    <message>
        <source>Limits keep one service from starving the others and the host.</source>
        <translation>Grenser hindrer at én tjeneste tar alt fra de andre og verten.</translation>
    </message>
    <message>
        <source>Each allowed flow is declared once. Everything else is denied.</source>
        <translation>Hver tillatte strøm oppgis én gang. Alt annet nektes.</translation>
    </message>
    <message>
        <source>Names only: a value is never asked for and never written.</source>
        <translation>Bare navn: en verdi blir aldri spurt etter og aldri skrevet.</translation>
    </message>
    <message>
        <source>Where it runs, whose law applies, and how large the machine is.</source>
        <translation>Hvor det kjører, hvilken lov som gjelder, og hvor stor maskinen er.</translation>
    </message>
    <message>
        <source>Every control and what became of it. Switching one off asks for a reason.</source>
        <translation>Hvert tiltak og hva det ble av det. Å slå av ett krever en begrunnelse.</translation>
    </message>
    <message>
        <source>What is wrong or open, and the files to take with you.</source>
        <translation>Hva som er feil eller åpent, og filene du tar med deg.</translation>
    </message>
    <message>
        <source>What people do on the server, in the order of the work. The profile keeps the ticks.</source>
        <translation>Det folk gjør på serveren, i den rekkefølgen arbeidet gjøres. Profilen husker kryssene.</translation>
    </message>
</context>
<context>
    <name>WaiverChange</name>
    <message>
        <source>Change reason: %1</source>
        <translation>Endre begrunnelse: %1</translation>
    </message>
    <message>
        <source>Switch off: %1</source>
        <translation>Slå av: %1</translation>
    </message>
    <message>
        <source>Switch on: %1</source>
        <translation>Slå på: %1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Asks about a workload and writes a hardened configuration for it.</source>
        <translation>Spør om en arbeidslast og skriver en herdet konfigurasjon for den.</translation>
    </message>
    <message>
        <source>Profile to open.</source>
        <translation>Profil som skal åpnes.</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ArtifactPicker</name>
    <message>
        <source>Files to export</source>
        <translation>Filer som skal eksporteres</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Tick all files</source>
        <translation>Kryss av alle filer</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Untick all files</source>
        <translation>Fjern alle kryss</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 av %2 filer</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ArtifactTree</name>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ChecklistPage</name>
    <message>
        <source>Answer where it runs and add a service first. Then the list is here.</source>
        <translation>Oppgi hvor det kjører, og legg til en tjeneste først. Da kommer listen her.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 av %3)</translation>
    </message>
    <message>
        <source>%1 of %2 done. CHECKLIST.md shows the same ticks.</source>
        <translation>%1 av %2 gjort. CHECKLIST.md viser de samme kryssene.</translation>
    </message>
    <message>
        <source>Show CHECKLIST.md</source>
        <translation>Vis CHECKLIST.md</translation>
    </message>
    <message>
        <source>With the tables that belong to the items</source>
        <translation>Med tabellene som hører til punktene</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ChecklistRow</name>
    <message>
        <source>How to do it: %1</source>
        <translation>Slik gjør du det: %1</translation>
    </message>
    <message>
        <source>Command, a good answer, and where it comes from</source>
        <translation>Kommando, et godt svar, og hvor det kommer fra</translation>
    </message>
    <message>
        <source>A good answer</source>
        <translation>Et godt svar</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referanse</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bevis</translation>
    </message>
    <message>
        <source>From the answers: %1</source>
        <translation>Fra svarene: %1</translation>
    </message>
    <message>
        <source>Copy the command: %1</source>
        <translation>Kopier kommandoen: %1</translation>
    </message>
    <message>
        <source>Copies the command to the clipboard</source>
        <translation>Kopierer kommandoen til utklippstavlen</translation>
    </message>
    <message>
        <source>Tick: %1</source>
        <translation>Kryss av: %1</translation>
    </message>
    <message>
        <source>Untick: %1</source>
        <translation>Fjern kryss: %1</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ChoiceEditor</name>
    <message>
        <source>%1 (derived)</source>
        <translation>%1 (utledet)</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Ikke oppgitt</translation>
    </message>
</context>
<context>
    <name>skanse::ui::CodeFooter</name>
    <message>
        <source>Next line</source>
        <translation>Neste linje</translation>
    </message>
    <message>
        <source>Go to the next line that the question causes</source>
        <translation>Gå til neste linje som spørsmålet fører til</translation>
    </message>
</context>
<context>
    <name>skanse::ui::CodeGutter</name>
    <message>
        <source>Only in the new file</source>
        <translation>Bare i den nye filen</translation>
    </message>
    <message>
        <source>Only in the other file</source>
        <translation>Bare i den andre filen</translation>
    </message>
    <message>
        <source>Changed by the latest edit</source>
        <translation>Endret av siste redigering</translation>
    </message>
    <message>
        <source>The latest edit removed lines above</source>
        <translation>Siste redigering fjernet linjer over</translation>
    </message>
    <message>
        <source>Caused by the question in focus</source>
        <translation>Følger av spørsmålet i fokus</translation>
    </message>
    <message>
        <source>Hardening: select the line to read what it stops</source>
        <translation>Herding: velg linjen for å lese hva den stopper</translation>
    </message>
</context>
<context>
    <name>skanse::ui::CommandPalette</name>
    <message>
        <source>Find anything</source>
        <translation>Finn hva som helst</translation>
    </message>
    <message>
        <source>Question, control, file or action</source>
        <translation>Spørsmål, tiltak, fil eller handling</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Funnet</translation>
    </message>
    <message>
        <source>action</source>
        <translation>handling</translation>
    </message>
    <message>
        <source>step</source>
        <translation>steg</translation>
    </message>
    <message>
        <source>service</source>
        <translation>tjeneste</translation>
    </message>
    <message>
        <source>question in %1</source>
        <translation>spørsmål i %1</translation>
    </message>
    <message>
        <source>control</source>
        <translation>tiltak</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fil</translation>
    </message>
</context>
<context>
    <name>skanse::ui::CompareView</name>
    <message>
        <source>Previous difference</source>
        <translation>Forrige forskjell</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Neste forskjell</translation>
    </message>
    <message>
        <source>The file as it is now</source>
        <translation>Filen slik den er nå</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nå</translation>
    </message>
    <message>
        <source>This file is new: the other side does not have it.</source>
        <translation>Filen er ny: den andre siden har den ikke.</translation>
    </message>
    <message>
        <source>This file is gone: only the other side has it.</source>
        <translation>Filen er borte: bare den andre siden har den.</translation>
    </message>
    <message>
        <source>No differences in this file.</source>
        <translation>Ingen forskjeller i denne filen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 line added</source>
        <translation>1 linje lagt til</translation>
    </message>
    <message>
        <source>%1 lines added</source>
        <translation>%1 linjer lagt til</translation>
    </message>
    <message>
        <source>1 removed</source>
        <translation>1 fjernet</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 fjernet</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ControlDetails</name>
    <message>
        <source>Choose a control to see what became of it and why.</source>
        <translation>Velg et tiltak for å se hva som ble gjort med det, og hvorfor.</translation>
    </message>
    <message>
        <source>Switch off with a reason…</source>
        <translation>Slå av med begrunnelse …</translation>
    </message>
    <message>
        <source>Show in the files</source>
        <translation>Vis i filene</translation>
    </message>
    <message>
        <source>Severity: %1</source>
        <translation>Alvor: %1</translation>
    </message>
    <message>
        <source>cannot be switched off</source>
        <translation>kan ikke slås av</translation>
    </message>
    <message>
        <source>It is not applied for any service: nothing to switch off.</source>
        <translation>Det er ikke tatt i bruk for noen tjeneste: ingenting å slå av.</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Arbeidslast</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change the reason</source>
        <translation>Endre begrunnelsen</translation>
    </message>
    <message>
        <source>Switch on again</source>
        <translation>Slå på igjen</translation>
    </message>
    <message>
        <source>Show line %1 of %2</source>
        <translation>Vis linje %1 i %2</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, linje %2</translation>
    </message>
    <message>
        <source>No line of the files carries it.</source>
        <translation>Ingen linje i filene bærer det.</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ControlFacts</name>
    <message>
        <source>held. Tried: %1. Expected: %2. Seen: %3</source>
        <translation>holdt. Prøvd: %1. Ventet: %2. Sett: %3</translation>
    </message>
    <message>
        <source>BROKEN. Tried: %1. Expected: %2. Seen: %3</source>
        <translation>BRUTT. Prøvd: %1. Ventet: %2. Sett: %3</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Hva det gjør</translation>
    </message>
    <message>
        <source>What it stops</source>
        <translation>Hva det stopper</translation>
    </message>
    <message>
        <source>What is lost without it</source>
        <translation>Hva som går tapt uten det</translation>
    </message>
    <message>
        <source>How to try it</source>
        <translation>Slik prøver du det</translation>
    </message>
    <message>
        <source>Where it shows</source>
        <translation>Hvor det vises</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Kilder</translation>
    </message>
    <message>
        <source>Rules of tools that check it</source>
        <translation>Regler i verktøy som kontrollerer det</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bevis</translation>
    </message>
    <message>
        <source>Says nothing. Tried: %1. Expected: %2. Seen: %3</source>
        <translation>Sier ingenting. Prøvd: %1. Ventet: %2. Sett: %3</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ControlList</name>
    <message>
        <source>Controls</source>
        <translation>Tiltak</translation>
    </message>
    <message>
        <source>No control has these words and states.</source>
        <translation>Ingen tiltak har disse ordene og tilstandene.</translation>
    </message>
    <message>
        <source>Service whose controls are shown</source>
        <translation>Tjenesten som tiltakene vises for</translation>
    </message>
    <message>
        <source>Search the controls</source>
        <translation>Søk i tiltakene</translation>
    </message>
    <message>
        <source>Show or hide controls in this state</source>
        <translation>Vis eller skjul tiltak i denne tilstanden</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle tjenester</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show controls that are %1: %2</source>
        <translation>Vis tiltak som er %1: %2</translation>
    </message>
    <message>
        <source>Controls: %1</source>
        <translation>Tiltak: %1</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ControlModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (added by Skanse)</source>
        <translation>%1 (lagt til av Skanse)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>held</source>
        <translation>holdt</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>brutt</translation>
    </message>
    <message>
        <source>broken %1 of %2</source>
        <translation>brutt %1 av %2</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Tiltak</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bevis</translation>
    </message>
    <message>
        <source>says nothing</source>
        <translation>sier ingenting</translation>
    </message>
</context>
<context>
    <name>skanse::ui::CoverageMatrix</name>
    <message>
        <source>Filter: a control, a field, “waived”, “cannot”</source>
        <translation>Filtrer: et tiltak, et felt, «fraveket», «kan ikke»</translation>
    </message>
    <message>
        <source>Filter the controls</source>
        <translation>Filtrer tiltakene</translation>
    </message>
    <message>
        <source>Controls by target</source>
        <translation>Tiltak etter mål</translation>
    </message>
    <message>
        <source>No control matches. Try fewer words.</source>
        <translation>Ingen tiltak passer. Prøv færre ord.</translation>
    </message>
    <message>
        <source>A tick: in the files; Enter shows the line. A cross: the target cannot express it. A dash: nothing to say.</source>
        <translation>Hake: står i filene; Enter viser linjen. Kryss: målet kan ikke uttrykke det. Strek: ingenting å si.</translation>
    </message>
</context>
<context>
    <name>skanse::ui::CoverageModel</name>
    <message>
        <source>not part of this bundle</source>
        <translation>ikke del av denne pakken</translation>
    </message>
    <message>
        <source>cannot</source>
        <translation>kan ikke</translation>
    </message>
    <message>
        <source>cannot: %1</source>
        <translation>kan ikke: %1</translation>
    </message>
    <message>
        <source>shows as: %1</source>
        <translation>vises som: %1</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>fraveket</translation>
    </message>
    <message>
        <source>waived for %1</source>
        <translation>fraveket for %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source> and %1 more places</source>
        <translation> og %1 steder til</translation>
    </message>
    <message>
        <source>nothing to say about it in this bundle</source>
        <translation>ingenting å si om det i denne pakken</translation>
    </message>
</context>
<context>
    <name>skanse::ui::DiffView</name>
    <message>
        <source>File whose changes are shown</source>
        <translation>Filen som endringene vises for</translation>
    </message>
    <message>
        <source>What changes in the files</source>
        <translation>Hva som endres i filene</translation>
    </message>
    <message>
        <source>No file changes.</source>
        <translation>Ingen filer endres.</translation>
    </message>
    <message>
        <source>All changed files</source>
        <translation>Alle endrede filer</translation>
    </message>
    <message>
        <source>%1  (+%2 −%3)</source>
        <translation>%1  (+%2 −%3)</translation>
    </message>
    <message>
        <source>%3 file changes: %1 lines added, %2 removed.</source>
        <translation>%3 fil endres: %1 linjer kommer til, %2 fjernes.</translation>
    </message>
    <message>
        <source>%3 files change: %1 lines added, %2 removed.</source>
        <translation>%3 filer endres: %1 linjer kommer til, %2 fjernes.</translation>
    </message>
</context>
<context>
    <name>skanse::ui::DocumentPanel</name>
    <message>
        <source>&amp;Print…</source>
        <translation>Skriv &amp;ut …</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Lagre som P&amp;DF …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>Document to print or copy</source>
        <translation>Dokument som skrives ut eller kopieres</translation>
    </message>
    <message>
        <source>Copies the text to the clipboard</source>
        <translation>Kopierer teksten til utklippstavlen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 og %2</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lagre som PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Lagret: %1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
</context>
<context>
    <name>skanse::ui::Editor</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nei</translation>
    </message>
</context>
<context>
    <name>skanse::ui::EmptyFiles</name>
    <message>
        <source>Add a service</source>
        <translation>Legg til en tjeneste</translation>
    </message>
    <message>
        <source>Show what to mend</source>
        <translation>Vis hva som må rettes</translation>
    </message>
    <message>
        <source>The files appear here</source>
        <translation>Filene kommer her</translation>
    </message>
    <message>
        <source>Begin with a service, or open an example on the Start page.</source>
        <translation>Begynn med en tjeneste, eller åpne et eksempel på startsiden.</translation>
    </message>
    <message>
        <source>One thing must be mended first.</source>
        <translation>Én ting må rettes først.</translation>
    </message>
    <message>
        <source>%1 things must be mended first.</source>
        <translation>%1 ting må rettes først.</translation>
    </message>
    <message>
        <source>They are being made.</source>
        <translation>De blir laget.</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ExampleCard</name>
    <message>
        <source>Example: %1</source>
        <translation>Eksempel: %1</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ExplanationPanel</name>
    <message>
        <source>Explanation of the selected line</source>
        <translation>Forklaring av den valgte linjen</translation>
    </message>
    <message>
        <source>No control and no answer put it there: the file needs it.</source>
        <translation>Ikke noe tiltak eller svar satte den der: filen trenger den.</translation>
    </message>
    <message>
        <source>Why is a line there?</source>
        <translation>Hvorfor står en linje der?</translation>
    </message>
    <message>
        <source>Select a line in the file: here you read which hardening put it there, what it stops, and which of your answers caused it.</source>
        <translation>Velg en linje i filen: Her leser du hvilken herding som satte den der, hva den stopper, og hvilket av svarene dine som førte til den.</translation>
    </message>
    <message>
        <source>Line %1:</source>
        <translation>Linje %1:</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 for %2</translation>
    </message>
    <message>
        <source>Here:</source>
        <translation>Her:</translation>
    </message>
    <message>
        <source>Stops:</source>
        <translation>Stopper:</translation>
    </message>
    <message>
        <source>Why:</source>
        <translation>Hvorfor:</translation>
    </message>
    <message>
        <source>What remains:</source>
        <translation>Det som gjenstår:</translation>
    </message>
    <message>
        <source>References:</source>
        <translation>Referanser:</translation>
    </message>
    <message>
        <source>Go to the question</source>
        <translation>Gå til spørsmålet</translation>
    </message>
    <message>
        <source>Go to the question that decides: %1</source>
        <translation>Gå til spørsmålet som avgjør: %1</translation>
    </message>
    <message>
        <source>Switch off for %1, with a reason: %2</source>
        <translation>Slå av for %1, med en grunn: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>From your answer:</source>
        <translation>Fra svaret ditt:</translation>
    </message>
    <message>
        <source>Go to the question: %1</source>
        <translation>Gå til spørsmålet: %1</translation>
    </message>
    <message>
        <source>Switch off with a reason…</source>
        <translation>Slå av med en grunn …</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ExportPanel</name>
    <message>
        <source>&amp;Replace files edited by hand or in the way</source>
        <translation>E&amp;rstatt filer som er redigert for hånd eller i veien</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Eksporter</translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation>Vis det første</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>Filer som er skrevet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Åpne mappen</translation>
    </message>
    <message>
        <source>One answer has to be mended first.</source>
        <translation>Ett svar må rettes først.</translation>
    </message>
    <message>
        <source>%1 answers have to be mended first.</source>
        <translation>%1 svar må rettes først.</translation>
    </message>
    <message>
        <source>There are no files yet.</source>
        <translation>Det er ingen filer ennå.</translation>
    </message>
    <message>
        <source>No file is ticked.</source>
        <translation>Ingen filer er krysset av.</translation>
    </message>
    <message>
        <source>Say where to export to.</source>
        <translation>Oppgi hvor det skal eksporteres til.</translation>
    </message>
    <message>
        <source>Done: %1 written, %2 unchanged, %3 removed.</source>
        <translation>Ferdig: %1 skrevet, %2 uendret, %3 fjernet.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 og %2 til</translation>
    </message>
    <message>
        <source>Kept, because they were edited by hand: %1</source>
        <translation>Beholdt fordi de er redigert for hånd: %1</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ExportTarget</name>
    <message>
        <source>To a &amp;folder</source>
        <translation>Til en &amp;mappe</translation>
    </message>
    <message>
        <source>To a &amp;zip file</source>
        <translation>Til en &amp;zip-fil</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Velg …</translation>
    </message>
    <message>
        <source>Folder or zip file to export to</source>
        <translation>Mappe eller zip-fil det eksporteres til</translation>
    </message>
    <message>
        <source>Export to a zip file</source>
        <translation>Eksporter til en zip-fil</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip-filer (*.zip)</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>Eksporter til en mappe</translation>
    </message>
</context>
<context>
    <name>skanse::ui::Field</name>
    <message>
        <source>Back to what is derived: %1</source>
        <translation>Tilbake til det som utledes: %1</translation>
    </message>
    <message>
        <source>More about: %1</source>
        <translation>Mer om: %1</translation>
    </message>
</context>
<context>
    <name>skanse::ui::FileActions</name>
    <message>
        <source>Skanse profiles (*.skanse.yaml);;All files (*)</source>
        <translation>Skanse-profiler (*.skanse.yaml);;Alle filer (*)</translation>
    </message>
    <message>
        <source>… and more.</source>
        <translation>… og flere.</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ulagrede endringer</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>«%1» har endringer som ikke er lagret.</translation>
    </message>
    <message>
        <source>Open a profile</source>
        <translation>Åpne en profil</translation>
    </message>
    <message>
        <source>Open what could be read</source>
        <translation>Åpne det som kunne leses</translation>
    </message>
    <message>
        <source>Comments at the top of this file are kept when you save; those further down are not. Save under another name to keep them.</source>
        <translation>Kommentarer øverst i filen beholdes når du lagrer; de lenger nede gjør ikke det. Lagre under et annet navn for å beholde dem.</translation>
    </message>
    <message>
        <source>“%1” was opened in part, as a new profile. The file itself is unchanged.</source>
        <translation>«%1» ble delvis åpnet, som en ny profil. Selve filen er uendret.</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Lagre profilen</translation>
    </message>
    <message>
        <source>Saved, except for text in fields that is not an answer yet.</source>
        <translation>Lagret, unntatt tekst i felter som ikke er et svar ennå.</translation>
    </message>
</context>
<context>
    <name>skanse::ui::FileBar</name>
    <message>
        <source>Show the list of files</source>
        <translation>Vis fillisten</translation>
    </message>
    <message>
        <source>Previous file</source>
        <translation>Forrige fil</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>Neste fil</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Bryt lange linjer</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Mindre tekst</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Større tekst</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>Find in this file</source>
        <translation>Finn i denne filen</translation>
    </message>
    <message>
        <source>Copy the whole file</source>
        <translation>Kopier hele filen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Av</translation>
    </message>
    <message>
        <source>The saved profile</source>
        <translation>Den lagrede profilen</translation>
    </message>
    <message>
        <source>Without hardening</source>
        <translation>Uten herding</translation>
    </message>
    <message>
        <source>Hide the list of files</source>
        <translation>Skjul fillisten</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Sammenlign med …</translation>
    </message>
</context>
<context>
    <name>skanse::ui::FileStage</name>
    <message>
        <source>The files to compare with are being made.</source>
        <translation>Filene å sammenligne med blir laget.</translation>
    </message>
    <message>
        <source>The answers to compare with do not fit together yet, so they give no files.</source>
        <translation>Svarene å sammenligne med passer ikke sammen ennå, så de gir ingen filer.</translation>
    </message>
    <message>
        <source>The saved profile</source>
        <translation>Den lagrede profilen</translation>
    </message>
    <message>
        <source>Without hardening</source>
        <translation>Uten herding</translation>
    </message>
</context>
<context>
    <name>skanse::ui::FindBar</name>
    <message>
        <source>Previous match</source>
        <translation>Forrige treff</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Neste treff</translation>
    </message>
    <message>
        <source>Find in this file</source>
        <translation>Finn i denne filen</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Lukk søket</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Ikke funnet</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 treff</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 treff</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 av %2</translation>
    </message>
</context>
<context>
    <name>skanse::ui::FlowPicture</name>
    <message>
        <source>Network flows</source>
        <translation>Nettverksstrømmer</translation>
    </message>
    <message>
        <source>Everything else is denied.</source>
        <translation>Alt annet er nektet.</translation>
    </message>
    <message>
        <source>Allow a connection (F)</source>
        <translation>Tillat en forbindelse (F)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Mindre (−)</translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation>Vis alt (0)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Større (+)</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>Lagre som bilde</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Lagre som SVG …</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Lagre som PNG …</translation>
    </message>
    <message>
        <source>Go to the question</source>
        <translation>Gå til spørsmålet</translation>
    </message>
    <message>
        <source>Remove this flow (Delete)</source>
        <translation>Fjern denne strømmen (Delete)</translation>
    </message>
    <message>
        <source>Add services first. Then this picture shows who may talk to whom, and you can draw new connections in it.</source>
        <translation>Legg til tjenester først. Da viser dette bildet hvem som kan snakke med hvem, og du kan tegne nye forbindelser i det.</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Legg til en tjeneste</translation>
    </message>
    <message>
        <source>Drag from one box to another to allow a connection, or select a box and press F.</source>
        <translation>Dra fra en boks til en annen for å tillate en forbindelse, eller velg en boks og trykk F.</translation>
    </message>
    <message>
        <source>%1 services, %2 allowed flows. Everything else is denied.</source>
        <translation>%1 tjenester, %2 tillatte strømmer. Alt annet er nektet.</translation>
    </message>
    <message>
        <source>This follows from an open port. Close the port to remove it.</source>
        <translation>Dette følger av en åpen port. Lukk porten for å fjerne det.</translation>
    </message>
    <message>
        <source>A network…</source>
        <translation>Et nett …</translation>
    </message>
    <message>
        <source>A DNS name…</source>
        <translation>Et DNS-navn …</translation>
    </message>
    <message>
        <source>The internet…</source>
        <translation>Internett …</translation>
    </message>
    <message>
        <source>Allow %1 to reach</source>
        <translation>La %1 nå</translation>
    </message>
    <message>
        <source>Remove this flow</source>
        <translation>Fjern denne strømmen</translation>
    </message>
    <message>
        <source>Allow a connection to</source>
        <translation>Tillat en forbindelse til</translation>
    </message>
    <message>
        <source>Go to the service</source>
        <translation>Gå til tjenesten</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Vis alt</translation>
    </message>
    <message>
        <source>flows</source>
        <translation>strømmer</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Lagre bildet</translation>
    </message>
    <message>
        <source>SVG pictures (*.svg)</source>
        <translation>SVG-bilder (*.svg)</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-bilder (*.png)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Lagret: %1</translation>
    </message>
</context>
<context>
    <name>skanse::ui::HardeningPage</name>
    <message>
        <source>“%1” cannot be switched off.</source>
        <translation>«%1» kan ikke slås av.</translation>
    </message>
    <message>
        <source>Skanse added %1 itself, so nothing can be switched off there.</source>
        <translation>Skanse la til %1 selv, så der kan ingenting slås av.</translation>
    </message>
    <message>
        <source>“%1” is not applied for %2: there is nothing to switch off.</source>
        <translation>«%1» er ikke tatt i bruk for %2: det er ingenting å slå av.</translation>
    </message>
    <message>
        <source>Add evidence…</source>
        <translation>Legg til bevis …</translation>
    </message>
    <message>
        <source>Results of the drill or of verify-host.sh, as JSON. They are copied into the folder “evidence” beside the profile.</source>
        <translation>Resultater fra øvelsen eller verify-host.sh, som JSON. De kopieres til mappen «evidence» ved siden av profilen.</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Legg til bevis</translation>
    </message>
    <message>
        <source>Results (*.json);;All files (*)</source>
        <translation>Resultater (*.json);;Alle filer (*)</translation>
    </message>
    <message>
        <source>No evidence yet: every control is intended, none was seen to hold.</source>
        <translation>Ingen bevis ennå: alle tiltak er ment å gjelde, ingen er sett å holde.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 fra %2</translation>
    </message>
    <message>
        <source>%1: %2 controls verified, %3 contradicted.</source>
        <translation>%1: %2 tiltak bekreftet, %3 motsagt.</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ItemCard</name>
    <message>
        <source>Move up</source>
        <translation>Flytt opp</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Flytt ned</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Lag kopi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Trenger tilsyn</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ItemList</name>
    <message>
        <source>Add</source>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Legg til: %1</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Ingen ennå.</translation>
    </message>
    <message>
        <source>From the preset:</source>
        <translation>Fra forvalget:</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Endre</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Endre: %1</translation>
    </message>
</context>
<context>
    <name>skanse::ui::LinesEditor</name>
    <message>
        <source>One on each line</source>
        <translation>Én på hver linje</translation>
    </message>
</context>
<context>
    <name>skanse::ui::MainWindow</name>
    <message>
        <source>Questions</source>
        <translation>Spørsmål</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Questions or files</source>
        <translation>Spørsmål eller filer</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Ny</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Åpne …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Lagre &amp;som …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gjør om</translation>
    </message>
    <message>
        <source>&amp;Find anything</source>
        <translation>&amp;Finn hva som helst</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Norsk</source>
        <translation>Norsk</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lys</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mørk</translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation>&amp;Projektor</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Handlinger</translation>
    </message>
    <message>
        <source>%1[*] – Skanse</source>
        <comment>name of the profile</comment>
        <translation>%1[*] – Skanse</translation>
    </message>
    <message numerus="yes">
        <source>%n applied</source>
        <comment>controls</comment>
        <translation>
            <numerusform>%n anvendt</numerusform>
            <numerusform>%n anvendt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waived</source>
        <comment>controls</comment>
        <translation>
            <numerusform>%n fraveket</numerusform>
            <numerusform>%n fraveket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>items</comment>
        <translation>
            <numerusform>%n åpent</numerusform>
            <numerusform>%n åpne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to mend</source>
        <comment>errors</comment>
        <translation>
            <numerusform>%n å rette</numerusform>
            <numerusform>%n å rette</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy of “%1” cannot be read; it is left as it is.</source>
        <translation>Kopien av «%1» kan ikke leses; den blir liggende.</translation>
    </message>
</context>
<context>
    <name>skanse::ui::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Lukk meldingen</translation>
    </message>
</context>
<context>
    <name>skanse::ui::PreviewPane</name>
    <message>
        <source>Show</source>
        <translation>Vis</translation>
    </message>
    <message>
        <source>Preview of the files</source>
        <translation>Forhåndsvisning av filene</translation>
    </message>
    <message>
        <source>Changed by the latest edit</source>
        <translation>Endret av siste redigering</translation>
    </message>
    <message>
        <source>Differs from what it is compared with</source>
        <translation>Skiller seg fra det den sammenlignes med</translation>
    </message>
    <message>
        <source>The files show the last answers that fit: one thing to mend.</source>
        <translation>Filene viser de siste svarene som passet sammen: én ting å rette.</translation>
    </message>
    <message>
        <source>The files show the last answers that fit: %1 things to mend.</source>
        <translation>Filene viser de siste svarene som passet sammen: %1 ting å rette.</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 linjer</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Linje %1 av %2</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <translation>%1: %2 i %3</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 linje</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 fil</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 filer</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ProblemList</name>
    <message>
        <source>Nothing to mend and nothing left open.</source>
        <translation>Ingenting å rette, og ingenting står åpent.</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Gå til svaret</translation>
    </message>
    <message>
        <source>What is wrong or open</source>
        <translation>Hva som er feil eller åpent</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ProblemModel</name>
    <message>
        <source>%1 (not finished)</source>
        <translation>%1 (ikke ferdig)</translation>
    </message>
    <message>
        <source>%1: %2 %3 %4</source>
        <translation>%1: %2 %3 %4</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>skanse::ui::QuestionPage</name>
    <message>
        <source>There is no service yet: add the first one here.</source>
        <translation>Det finnes ingen tjeneste ennå: legg til den første her.</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ResourcePicture</name>
    <message>
        <source>Add services first. Then this picture shows how they fill the machine.</source>
        <translation>Legg til tjenester først. Da viser dette bildet hvordan de fyller maskinen.</translation>
    </message>
    <message>
        <source>Memory: %1.</source>
        <translation>Minne: %1.</translation>
    </message>
    <message>
        <source>Processor: %1.</source>
        <translation>Prosessor: %1.</translation>
    </message>
    <message>
        <source>Disk: %1.</source>
        <translation>Disk: %1.</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ReviewPage</name>
    <message>
        <source>1 error</source>
        <translation>1 feil</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 feil</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 advarsel</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 advarsler</translation>
    </message>
    <message>
        <source>1 open item</source>
        <translation>1 åpent punkt</translation>
    </message>
    <message>
        <source>%1 open items</source>
        <translation>%1 åpne punkter</translation>
    </message>
    <message>
        <source>Ready: nothing to mend and nothing left open.</source>
        <translation>Klart: ingenting å rette, og ingenting står åpent.</translation>
    </message>
    <message>
        <source>Not ready: %1.</source>
        <translation>Ikke klart: %1.</translation>
    </message>
    <message>
        <source>Ready to export, with %1.</source>
        <translation>Klart til eksport, med %1.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Eksport</translation>
    </message>
    <message>
        <source>Print and copy</source>
        <translation>Utskrift og kopiering</translation>
    </message>
    <message>
        <source>The files are being made…</source>
        <translation>Filene lages …</translation>
    </message>
</context>
<context>
    <name>skanse::ui::ServiceBar</name>
    <message>
        <source>Services</source>
        <translation>Tjenester</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>Legg til tjeneste</translation>
    </message>
    <message>
        <source>Duplicate the service</source>
        <translation>Lag kopi av tjenesten</translation>
    </message>
    <message>
        <source>Remove the service</source>
        <translation>Fjern tjenesten</translation>
    </message>
    <message>
        <source>Move the service up</source>
        <translation>Flytt tjenesten opp</translation>
    </message>
    <message>
        <source>Move the service down</source>
        <translation>Flytt tjenesten ned</translation>
    </message>
    <message>
        <source>%1, needs attention</source>
        <translation>%1, trenger tilsyn</translation>
    </message>
</context>
<context>
    <name>skanse::ui::Session</name>
    <message>
        <source>Add: %1</source>
        <translation>Legg til: %1</translation>
    </message>
    <message>
        <source>Duplicate: %1</source>
        <translation>Lag kopi: %1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Fjern: %1</translation>
    </message>
    <message>
        <source>Move: %1</source>
        <translation>Flytt: %1</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Ny profil</translation>
    </message>
</context>
<context>
    <name>skanse::ui::StackBar</name>
    <message>
        <source>, limit: %1</source>
        <translation>, grense: %1</translation>
    </message>
    <message>
        <source>+ %1 more</source>
        <translation>+ %1 til</translation>
    </message>
</context>
<context>
    <name>skanse::ui::StartPage</name>
    <message>
        <source>From presets</source>
        <translation>Fra forvalg</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Ulagret arbeid</translation>
    </message>
    <message>
        <source>An earlier window ended before this was saved.</source>
        <translation>Et tidligere vindu ble avsluttet før dette var lagret.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name of a profile, when it was changed</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Gjenopprett</translation>
    </message>
    <message>
        <source>Recover %1</source>
        <translation>Gjenopprett %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Forkast</translation>
    </message>
    <message>
        <source>Discard %1</source>
        <translation>Forkast %1</translation>
    </message>
    <message>
        <source>A profile</source>
        <translation>En profil</translation>
    </message>
    <message>
        <source>&amp;Open a profile…</source>
        <translation>&amp;Åpne en profil …</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Åpne %1</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>Et eksempel</translation>
    </message>
</context>
<context>
    <name>skanse::ui::StarterForm</name>
    <message>
        <source>Name of the workload</source>
        <translation>Navn på arbeidslasten</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Navn</translation>
    </message>
    <message>
        <source>Country where it runs</source>
        <translation>Landet den kjører i</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>&amp;Land</translation>
    </message>
    <message>
        <source>What it runs</source>
        <translation>Hva den kjører</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Kjører</translation>
    </message>
    <message>
        <source>&amp;Everybody may connect to the first web service</source>
        <translation>&amp;Alle kan koble til den første nettjenesten</translation>
    </message>
    <message>
        <source>Crea&amp;te</source>
        <translation>Oppre&amp;tt</translation>
    </message>
</context>
<context>
    <name>skanse::ui::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Steg</translation>
    </message>
    <message>
        <source>done</source>
        <translation>ferdig</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>trenger tilsyn</translation>
    </message>
    <message>
        <source>open</source>
        <translation>åpent</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>step and its state</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>skanse::ui::WaiverPanel</name>
    <message>
        <source>&amp;For</source>
        <translation>&amp;For</translation>
    </message>
    <message>
        <source>Services for which the control is switched off</source>
        <translation>Tjenester som tiltaket slås av for</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>&amp;Reason (it stands in the files and in the report)</source>
        <translation>&amp;Begrunnelse (den står i filene og i rapporten)</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>Hva som går tapt</translation>
    </message>
    <message>
        <source>What changes in the files</source>
        <translation>Hva som endres i filene</translation>
    </message>
    <message>
        <source>Change the reason: %1</source>
        <translation>Endre begrunnelsen: %1</translation>
    </message>
    <message>
        <source>Switch off: %1</source>
        <translation>Slå av: %1</translation>
    </message>
    <message>
        <source>Keep the new reason</source>
        <translation>Bruk den nye begrunnelsen</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Slå av</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Regner det ut …</translation>
    </message>
    <message>
        <source>A reason is needed: it stands in the files and in the report.</source>
        <translation>Det trengs en begrunnelse: den står i filene og i rapporten.</translation>
    </message>
    <message>
        <source>Choose at least one service.</source>
        <translation>Velg minst én tjeneste.</translation>
    </message>
    <message>
        <source>Choose a service to see what changes.</source>
        <translation>Velg en tjeneste for å se hva som endres.</translation>
    </message>
    <message>
        <source>There are no files to compare while other answers have errors.</source>
        <translation>Det er ingen filer å sammenligne med så lenge andre svar har feil.</translation>
    </message>
    <message>
        <source>(your reason)</source>
        <translation>(begrunnelsen din)</translation>
    </message>
    <message>
        <source>With this, no files can be made:</source>
        <translation>Med dette kan det ikke lages filer:</translation>
    </message>
</context>
<context>
    <name>skanse::ui::WizardPane</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbake</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>Nes&amp;te</translation>
    </message>
    <message>
        <source>More for one service</source>
        <translation>Mer for én tjeneste</translation>
    </message>
    <message>
        <source>What is off until it is asked for.</source>
        <translation>Det som er av til noen ber om det.</translation>
    </message>
    <message>
        <source>What each target can express</source>
        <translation>Hva hvert mål kan uttrykke</translation>
    </message>
</context>
<context>
    <name>skanse::ui::WritePlanView</name>
    <message>
        <source>new</source>
        <translation>nye</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>erstattes</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>uendret</translation>
    </message>
    <message>
        <source>edited by hand: replaced</source>
        <translation>redigert for hånd: erstattes</translation>
    </message>
    <message>
        <source>edited by hand: kept</source>
        <translation>redigert for hånd: beholdes</translation>
    </message>
    <message>
        <source>no longer needed: removed</source>
        <translation>trengs ikke lenger: fjernes</translation>
    </message>
    <message>
        <source>in the way: replaced</source>
        <translation>i veien: erstattes</translation>
    </message>
    <message>
        <source>in the way: refused</source>
        <translation>i veien: avvises</translation>
    </message>
    <message>
        <source>What will happen to each file</source>
        <translation>Hva som skjer med hver fil</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
</TS>
