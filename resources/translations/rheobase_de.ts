<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Caption</name>
    <message>
        <source>, default parameters</source>
        <translation>, Standardparameter</translation>
    </message>
    <message>
        <source>Repeated every %1</source>
        <translation>Wiederholt alle %1</translation>
    </message>
    <message>
        <source>Voltage clamp, held at %1</source>
        <translation>Spannungsklemme, gehalten bei %1</translation>
    </message>
    <message>
        <source>Prepulse %1 for %2</source>
        <translation>Vorpuls %1 für %2</translation>
    </message>
    <message>
        <source>Step to %1 for %2</source>
        <translation>Sprung auf %1 für %2</translation>
    </message>
    <message numerus="yes">
        <source>%n steps to %1 … %2 for %3</source>
        <translation>
            <numerusform>%n Sprung auf %1 … %2 für %3</numerusform>
            <numerusform>%n Sprünge auf %1 … %2 für %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Tail at %1 for %2</source>
        <translation>Tail bei %1 für %2</translation>
    </message>
    <message>
        <source>%1 blocked by %2</source>
        <translation>%1 zu %2 blockiert</translation>
    </message>
    <message>
        <source>Series resistance %1</source>
        <translation>Serienwiderstand %1</translation>
    </message>
    <message>
        <source>Leak subtracted by quarter steps</source>
        <translation>Leck durch Viertelsprünge abgezogen</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>versiegelt</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>no stimulus</source>
        <translation>kein Stimulus</translation>
    </message>
    <message>
        <source>noise %1</source>
        <translation>Rauschen %1</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>in Ruhe</translation>
    </message>
    <message>
        <source>spike level</source>
        <translation>Spike-Pegel</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>the same experiment</source>
        <translation>dasselbe Experiment</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a shape</source>
        <translation>Form hinzufügen</translation>
    </message>
    <message>
        <source>Remove a shape</source>
        <translation>Form entfernen</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>start of %1</source>
        <translation>Start von %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Solve by %1</source>
        <translation>Verfahren »%1« wählen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>level that arms a spike</source>
        <translation>Niveau, unter dem ein Spike neu beginnen kann</translation>
    </message>
    <message>
        <source>repetition</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>Repeat the stimulus every %1</source>
        <translation>Stimulus alle %1 wiederholen</translation>
    </message>
    <message>
        <source>Let the stimulus come once</source>
        <translation>Stimulus nur einmal geben</translation>
    </message>
    <message>
        <source>chosen step</source>
        <translation>gewählter Sprung</translation>
    </message>
    <message>
        <source>test potential</source>
        <translation>Testpotential</translation>
    </message>
    <message>
        <source>current clamp</source>
        <translation>Stromklemme</translation>
    </message>
    <message>
        <source>voltage clamp</source>
        <translation>Spannungsklemme</translation>
    </message>
    <message>
        <source>prepulse</source>
        <translation>Vorpuls</translation>
    </message>
    <message>
        <source>tail</source>
        <translation>Tail</translation>
    </message>
    <message>
        <source>capacitive transient</source>
        <translation>kapazitive Spitze</translation>
    </message>
    <message>
        <source>leak subtraction</source>
        <translation>Leckabzug</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>%1 weglassen</translation>
    </message>
    <message>
        <source>blocked %1</source>
        <translation>blockierter Anteil von %1</translation>
    </message>
    <message>
        <source>%1 to %2 in %3 steps</source>
        <translation>%1 bis %2 in %3 Stufen</translation>
    </message>
    <message>
        <source>Test potentials %1</source>
        <translation>Testpotentiale %1</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>One column, 85 mm</source>
        <translation>Eine Spalte, 85 mm</translation>
    </message>
    <message>
        <source>Two columns, 180 mm</source>
        <translation>Zwei Spalten, 180 mm</translation>
    </message>
    <message>
        <source>Slide 16:9, 1920 × 1080</source>
        <translation>Folie 16:9, 1920 × 1080</translation>
    </message>
    <message>
        <source>“%1” does not say what to write: let the name end in one of %2.</source>
        <translation>»%1« sagt nicht, was zu schreiben ist: Der Name muss auf eines von %2 enden.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels cannot be drawn: choose another size or resolution, or a vector format (SVG, PDF).</source>
        <translation>%1 × %2 Pixel lassen sich nicht zeichnen: eine andere Größe oder Auflösung wählen oder ein Vektorformat (SVG, PDF).</translation>
    </message>
    <message>
        <source>The run gave up rows before they were written: pause it, and export again.</source>
        <translation>Der Lauf hat Zeilen aufgegeben, bevor sie geschrieben waren: anhalten und erneut exportieren.</translation>
    </message>
    <message>
        <source>Writing “%1”…</source>
        <translation>»%1« wird geschrieben …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>NumPy-Felder</translation>
    </message>
    <message>
        <source>Export spike times</source>
        <translation>Spikezeiten exportieren</translation>
    </message>
    <message>
        <source>Poster, 400 mm</source>
        <translation>Poster, 400 mm</translation>
    </message>
    <message>
        <source>The run began anew before all of it was written: export it again.</source>
        <translation>Der Lauf hat neu begonnen, bevor alles geschrieben war: Bitte noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Written “%1”</source>
        <translation>„%1“ geschrieben</translation>
    </message>
    <message>
        <source>MATLAB, Octave and SciPy</source>
        <translation>MATLAB, Octave und SciPy</translation>
    </message>
    <message>
        <source>There is not enough memory for this file: export less of the run, or as CSV.</source>
        <translation>Für diese Datei reicht der Speicher nicht: weniger vom Lauf exportieren, oder als CSV.</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Two pulses</source>
        <translation>Zwei Pulse</translation>
    </message>
    <message>
        <source>Who remembers the first pulse?</source>
        <translation>Wer erinnert sich an den ersten Puls?</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Who fires under a lasting current, and how fast?</source>
        <translation>Wer feuert unter einem dauernden Strom, und wie schnell?</translation>
    </message>
    <message>
        <source>Step below, step above</source>
        <translation>Stufe darunter, Stufe darüber</translation>
    </message>
    <message>
        <source>Who tells 0.95 from 1.05 times the rheobase?</source>
        <translation>Wer unterscheidet das 0,95- vom 1,05-Fachen der Rheobase?</translation>
    </message>
    <message>
        <source>Pulse train</source>
        <translation>Pulsfolge</translation>
    </message>
    <message>
        <source>Who adds up eight pulses?</source>
        <translation>Wer summiert acht Pulse?</translation>
    </message>
</context>
<context>
    <name>PhasePlot</name>
    <message>
        <source>projection: %1 as they are now</source>
        <translation>Projektion: %1 wie gerade jetzt</translation>
    </message>
    <message>
        <source>projection: %1 at their steady state</source>
        <translation>Projektion: %1 im stationären Zustand</translation>
    </message>
    <message>
        <source>%1, beyond threshold</source>
        <translation>%1, jenseits der Schwelle</translation>
    </message>
    <message>
        <source>stable node</source>
        <translation>stabiler Knoten</translation>
    </message>
    <message>
        <source>stable focus</source>
        <translation>stabiler Strudel</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>Sattel</translation>
    </message>
    <message>
        <source>saddle-focus</source>
        <translation>Sattelstrudel</translation>
    </message>
    <message>
        <source>unstable node</source>
        <translation>instabiler Knoten</translation>
    </message>
    <message>
        <source>unstable focus</source>
        <translation>instabiler Strudel</translation>
    </message>
    <message>
        <source>marginal</source>
        <translation>grenzstabil</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>ionic currents</source>
        <translation>Ionenströme</translation>
    </message>
    <message>
        <source>rates</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>time constants</source>
        <translation>Zeitkonstanten</translation>
    </message>
    <message>
        <source>steady states</source>
        <translation>stationäre Werte</translation>
    </message>
    <message>
        <source>charges</source>
        <translation>Ladungen</translation>
    </message>
    <message>
        <source>other terms</source>
        <translation>andere Terme</translation>
    </message>
    <message>
        <source>rheobase</source>
        <translation>Rheobase</translation>
    </message>
    <message>
        <source>gating variables</source>
        <translation>Torvariablen</translation>
    </message>
    <message>
        <source>other states</source>
        <translation>andere Zustände</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>rest %1</source>
        <translation>Ruhe %1</translation>
    </message>
    <message>
        <source>time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The picture %1 could not be written; is the folder writable?</source>
        <translation>Das Bild %1 ließ sich nicht schreiben; ist der Ordner beschreibbar?</translation>
    </message>
</context>
<context>
    <name>StatementLayout</name>
    <message>
        <source>at %1: spike, then %2 for %3</source>
        <translation>bei %1: Spike, dann %2 für %3</translation>
    </message>
    <message>
        <source>at %1: spike, then %2</source>
        <translation>bei %1: Spike, dann %2</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Type a number first.</source>
        <translation>Bitte erst eine Zahl eingeben.</translation>
    </message>
    <message>
        <source>Choose first.</source>
        <translation>Bitte erst etwas auswählen.</translation>
    </message>
    <message>
        <source>The model is locked in this lesson.</source>
        <translation>Das Modell ist in dieser Lektion gesperrt.</translation>
    </message>
    <message>
        <source>%1 is locked in this step.</source>
        <translation>%1 ist in diesem Schritt gesperrt.</translation>
    </message>
    <message>
        <source>This neuron is sealed: measure it, do not change it.</source>
        <translation>Dieses Neuron ist versiegelt: Messen Sie es, ohne es zu ändern.</translation>
    </message>
</context>
<context>
    <name>Veil</name>
    <message>
        <source>Locked in this lesson</source>
        <translation>In dieser Lektion gesperrt</translation>
    </message>
</context>
<context>
    <name>WholeFile</name>
    <message>
        <source>The file has no name: give it one.</source>
        <translation>Die Datei hat keinen Namen: einen angeben.</translation>
    </message>
    <message>
        <source>“%1” is a folder: add the name of a file.</source>
        <translation>»%1« ist ein Ordner: den Namen einer Datei anfügen.</translation>
    </message>
    <message>
        <source>There is no folder “%1”: create it, or choose another.</source>
        <translation>Den Ordner »%1« gibt es nicht: anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>“%1” is not a folder: choose another place.</source>
        <translation>»%1« ist kein Ordner: einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>“%1” is protected against writing: choose another name.</source>
        <translation>»%1« ist schreibgeschützt: einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>You may not write into the folder “%1”: choose another.</source>
        <translation>In den Ordner »%1« darf nicht geschrieben werden: einen anderen wählen.</translation>
    </message>
    <message>
        <source>The disk is full, “%1” was not written: free some space, or choose another folder.</source>
        <translation>Der Datenträger ist voll, »%1« wurde nicht geschrieben: Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>“%1” cannot be written (%2): choose another name or folder.</source>
        <translation>»%1« lässt sich nicht schreiben (%2): einen anderen Namen oder Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>ZeroChip</name>
    <message>
        <source>kept: by time</source>
        <translation>behalten: nach Zeit</translation>
    </message>
    <message>
        <source>kept: by onset</source>
        <translation>behalten: nach Beginn</translation>
    </message>
    <message>
        <source>kept: by spike</source>
        <translation>behalten: nach Spike</translation>
    </message>
    <message>
        <source>A spike stands at t = 0</source>
        <translation>Ein Spike steht bei t = 0</translation>
    </message>
    <message>
        <source>The potential passing a level upwards stands at t = 0</source>
        <translation>Das Überschreiten eines Pegels steht bei t = 0</translation>
    </message>
    <message>
        <source>The potential passing a level downwards stands at t = 0</source>
        <translation>Das Unterschreiten eines Pegels steht bei t = 0</translation>
    </message>
    <message>
        <source>An onset of the stimulus stands at t = 0</source>
        <translation>Ein Beginn des Stimulus steht bei t = 0</translation>
    </message>
    <message>
        <source>Kept traces stand at their own time</source>
        <translation>Behaltene Spuren stehen bei ihrer eigenen Zeit</translation>
    </message>
    <message>
        <source>Kept traces lie by the onset of the stimulus</source>
        <translation>Behaltene Spuren liegen nach dem Beginn des Stimulus</translation>
    </message>
    <message>
        <source>Kept traces lie by the first spike to be seen; click to lay them anew</source>
        <translation>Behaltene Spuren liegen nach dem ersten sichtbaren Spike; ein Klick legt sie neu</translation>
    </message>
</context>
<context>
    <name>rheobase::AskCard</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Drag the lines, or move one with Alt ↑ and Alt ↓</source>
        <translation>Zeilen ziehen oder eine mit Alt ↑ und Alt ↓ verschieben</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>Ihre Vorhersage</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>frozen, you have run it</source>
        <translation>fest, es ist gelaufen</translation>
    </message>
    <message>
        <source>That is my prediction</source>
        <translation>Das sage ich vorher</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>A number, with or without its unit; 20/3 is computed</source>
        <translation>Eine Zahl, mit oder ohne Einheit; 20/3 wird ausgerechnet</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>As you said.</source>
        <translation>Wie Sie gesagt haben.</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>The run says something else. Where do they part?</source>
        <translation>Der Lauf zeigt etwas anderes. Wo gehen beide auseinander?</translation>
    </message>
    <message>
        <source>Not that. Try again.</source>
        <translation>Das nicht. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Not near yet: 0 of 2 points. Measure it once more.</source>
        <translation>Noch nicht nahe: 0 von 2 Punkten. Messen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Near: 1 of 2 points. A finer measurement gets you the other one.</source>
        <translation>Nahe: 1 von 2 Punkten. Eine feinere Messung bringt den anderen.</translation>
    </message>
    <message>
        <source>Measured well: 2 of 2 points.</source>
        <translation>Gut gemessen: 2 von 2 Punkten.</translation>
    </message>
    <message>
        <source>Draw it on the axes beside this text, or say it there in numbers. It stays yours to change until you run; then it lies under what the neuron does.</source>
        <translation>Zeichnen Sie es auf die Achsen neben diesem Text, oder sagen Sie es dort in Zahlen. Bis zum Lauf können Sie es ändern; dann liegt es unter dem, was das Neuron tut.</translation>
    </message>
    <message>
        <source>I have no idea yet</source>
        <translation>Ich habe noch keine Idee</translation>
    </message>
    <message>
        <source>That is an answer, too: the run shows you</source>
        <translation>Auch das ist eine Antwort: Der Lauf zeigt es Ihnen</translation>
    </message>
    <message>
        <source>It is drawn.</source>
        <translation>Es ist gezeichnet.</translation>
    </message>
    <message>
        <source>You can draw it anew until you run.</source>
        <translation>Bis zum Lauf können Sie es neu zeichnen.</translation>
    </message>
</context>
<context>
    <name>rheobase::Candidates</name>
    <message>
        <source>at the same speed, then level</source>
        <translation>gleich schnell, dann eben</translation>
    </message>
    <message>
        <source>fast at first, then ever slower</source>
        <translation>erst schnell, dann immer langsamer</translation>
    </message>
    <message>
        <source>slowly at first, then ever faster</source>
        <translation>erst langsam, dann immer schneller</translation>
    </message>
    <message>
        <source>at once, and back</source>
        <translation>sofort, und zurück</translation>
    </message>
    <message>
        <source>straight from the left edge</source>
        <translation>gerade vom linken Rand an</translation>
    </message>
    <message>
        <source>from the left edge, then ever less steep</source>
        <translation>vom linken Rand an, dann immer flacher</translation>
    </message>
    <message>
        <source>zero, then from zero on</source>
        <translation>null, dann von null an</translation>
    </message>
    <message>
        <source>zero, then a jump</source>
        <translation>null, dann ein Sprung</translation>
    </message>
    <message>
        <source>right, up, left, down</source>
        <translation>rechts, hinauf, links, hinunter</translation>
    </message>
    <message>
        <source>left, up, right, down</source>
        <translation>links, hinauf, rechts, hinunter</translation>
    </message>
    <message>
        <source>up, right, down</source>
        <translation>hinauf, rechts, hinunter</translation>
    </message>
    <message>
        <source>straight to the middle</source>
        <translation>gerade zur Mitte</translation>
    </message>
    <message>
        <source>Curve %1</source>
        <translation>Kurve %1</translation>
    </message>
</context>
<context>
    <name>rheobase::CardDelegate</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>rheobase::CarriedDocument</name>
    <message>
        <source>the table carries no experiment.</source>
        <translation>Die Tabelle enthält kein Experiment.</translation>
    </message>
    <message>
        <source>the file is larger than any experiment.</source>
        <translation>Die Datei ist größer als jedes Experiment.</translation>
    </message>
    <message>
        <source>the picture carries no experiment.</source>
        <translation>Das Bild enthält kein Experiment.</translation>
    </message>
</context>
<context>
    <name>rheobase::ChangeCard</name>
    <message>
        <source>your prediction: %1</source>
        <translation>Ihre Vorhersage: %1</translation>
    </message>
    <message>
        <source>%1: fired</source>
        <translation>%1: gefeuert</translation>
    </message>
    <message>
        <source>%1: no spike</source>
        <translation>%1: kein Spike</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Probiert</translation>
    </message>
    <message>
        <source>You can change</source>
        <translation>Sie können ändern</translation>
    </message>
    <message>
        <source>everything is locked in this step</source>
        <translation>in diesem Schritt ist alles gesperrt</translation>
    </message>
    <message>
        <source>everything else is locked in this step</source>
        <translation>alles andere ist in diesem Schritt gesperrt</translation>
    </message>
    <message>
        <source>tried:  ● fired   ○ no spike</source>
        <translation>probiert:  ● gefeuert   ○ kein Spike</translation>
    </message>
    <message>
        <source>▮ your prediction</source>
        <translation>▮ Ihre Vorhersage</translation>
    </message>
    <message>
        <source>%1: tried</source>
        <translation>%1: probiert</translation>
    </message>
    <message>
        <source>•  tried</source>
        <translation>•  probiert</translation>
    </message>
</context>
<context>
    <name>rheobase::CircuitView</name>
    <message>
        <source>Circuit of the membrane</source>
        <translation>Schaltbild der Membran</translation>
    </message>
    <message>
        <source>Between inside and outside, side by side: %1</source>
        <translation>Zwischen innen und außen, nebeneinander: %1</translation>
    </message>
    <message>
        <source>Charging current C·dV/dt = %1</source>
        <translation>Ladestrom C·dV/dt = %1</translation>
    </message>
    <message>
        <source>The potential outside is 0 by convention</source>
        <translation>Das Potential außen ist nach Vereinbarung 0</translation>
    </message>
    <message>
        <source>&lt;p&gt;At the threshold the switch closes and holds the membrane at its reset potential for the refractory period.&lt;/p&gt;</source>
        <translation>&lt;p&gt;An der Schwelle schließt der Schalter und hält die Membran während der Refraktärzeit auf ihrem Rücksetzpotential.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Open now: %1 of it, %2&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jetzt offen: %1 davon, %2&lt;/p&gt;</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>This model is not a circuit of a capacitor, resistors and batteries.</source>
        <translation>Dieses Modell ist keine Schaltung aus Kondensator, Widerständen und Batterien.</translation>
    </message>
    <message>
        <source>inside </source>
        <translation>innen </translation>
    </message>
    <message>
        <source>outside </source>
        <translation>außen </translation>
    </message>
</context>
<context>
    <name>rheobase::ClampGraphs</name>
    <message>
        <source>Which current</source>
        <translation>Welcher Strom</translation>
    </message>
    <message>
        <source>Single currents or the whole</source>
        <translation>Einzelne Ströme oder der ganze</translation>
    </message>
    <message>
        <source>Single currents</source>
        <translation>Einzelne Ströme</translation>
    </message>
    <message>
        <source>The whole current</source>
        <translation>Der ganze Strom</translation>
    </message>
    <message>
        <source>No current of this model has gates, and so there is nothing to read.</source>
        <translation>Kein Strom dieses Modells hat Tore, also ist hier nichts abzulesen.</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>wird berechnet…</translation>
    </message>
</context>
<context>
    <name>rheobase::ClampPanel</name>
    <message>
        <source>Blocked channels</source>
        <translation>Blockierte Kanäle</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Amplifier</source>
        <translation>Verstärker</translation>
    </message>
    <message>
        <source>Prepulse</source>
        <translation>Vorpuls</translation>
    </message>
    <message>
        <source>Another potential before the test: what it does to the gates shows in the test</source>
        <translation>Ein anderes Potential vor dem Test: was es mit den Toren macht, zeigt der Test</translation>
    </message>
    <message>
        <source>Tail at another potential</source>
        <translation>Tail bei anderem Potential</translation>
    </message>
    <message>
        <source>Another potential after the test: channels that the test opened close there</source>
        <translation>Ein anderes Potential nach dem Test: dort schließen die Kanäle, die der Test geöffnet hat</translation>
    </message>
    <message>
        <source>How much of this conductance is blocked</source>
        <translation>Wie viel von dieser Leitfähigkeit blockiert ist</translation>
    </message>
    <message>
        <source>Leak subtraction, P/4</source>
        <translation>Leckabzug, P/4</translation>
    </message>
    <message>
        <source>Takes away four times the current that answers to a quarter of the step, where no channel opens</source>
        <translation>Zieht das Vierfache des Stroms ab, der auf ein Viertel der Stufe antwortet, wo kein Kanal sich öffnet</translation>
    </message>
    <message>
        <source>Series resistance</source>
        <translation>Serienwiderstand</translation>
    </message>
    <message>
        <source>The current that flows through the electrode takes V away from what is commanded</source>
        <translation>Der Strom durch die Elektrode bringt V vom Kommando ab</translation>
    </message>
    <message>
        <source>Capacitive transient</source>
        <translation>Kapazitive Spitze</translation>
    </message>
    <message>
        <source>The current that charges the membrane when V changes is shown, too</source>
        <translation>Auch der Strom, der die Membran bei jedem Sprung von V umlädt, wird gezeigt</translation>
    </message>
</context>
<context>
    <name>rheobase::ClampPicture</name>
    <message>
        <source>time (ms)</source>
        <translation>Zeit (ms)</translation>
    </message>
    <message>
        <source>holding %1</source>
        <translation>Halten %1</translation>
    </message>
    <message>
        <source>inward peak %1 at %2</source>
        <translation>Einwärtsgipfel %1 bei %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
</context>
<context>
    <name>rheobase::ClampReadings</name>
    <message>
        <source>test potential (%1)</source>
        <translation>Testpotential (%1)</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>Gipfel von %1</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>inward peak</source>
        <translation>Einwärtsgipfel</translation>
    </message>
    <message>
        <source>reverses at %1</source>
        <translation>kehrt um bei %1</translation>
    </message>
    <message>
        <source>Activation and inactivation of %1</source>
        <translation>Aktivierung und Inaktivierung von %1</translation>
    </message>
    <message>
        <source>peak g</source>
        <translation>Gipfel von g</translation>
    </message>
    <message>
        <source>left by a prepulse</source>
        <translation>nach Vorpuls</translation>
    </message>
    <message>
        <source>Activation of %1</source>
        <translation>Aktivierung von %1</translation>
    </message>
    <message>
        <source>%1 reverses at</source>
        <translation>%1 kehrt um bei</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>Current over test potential</source>
        <translation>Strom über Testpotential</translation>
    </message>
    <message>
        <source>Tail current at %1</source>
        <translation>Tail-Strom bei %1</translation>
    </message>
    <message>
        <source>Time in which it falls to 1/e</source>
        <translation>Zeit, in der er auf 1/e fällt</translation>
    </message>
    <message>
        <source>Tail of %1</source>
        <translation>Tail von %1</translation>
    </message>
    <message>
        <source>falls to 1/e in</source>
        <translation>fällt auf 1/e in</translation>
    </message>
    <message>
        <source>Second peak of %1, in parts of the first</source>
        <translation>Zweiter Gipfel von %1 als Teil des ersten</translation>
    </message>
    <message>
        <source>time between two pulses (ms)</source>
        <translation>Zeit zwischen zwei Pulsen (ms)</translation>
    </message>
    <message>
        <source>Found again after %1</source>
        <translation>Wieder da nach %1</translation>
    </message>
    <message>
        <source>half of the rest after</source>
        <translation>die Hälfte des Rests nach</translation>
    </message>
    <message>
        <source>test potential</source>
        <translation>Testpotential</translation>
    </message>
    <message>
        <source>Whole current</source>
        <translation>Ganzer Strom</translation>
    </message>
</context>
<context>
    <name>rheobase::ClampStage</name>
    <message>
        <source>Which current is shown</source>
        <translation>Welcher Strom gezeigt wird</translation>
    </message>
    <message>
        <source>Which steps are shown</source>
        <translation>Welche Stufen gezeigt werden</translation>
    </message>
    <message>
        <source>The chosen step</source>
        <translation>Die gewählte Stufe</translation>
    </message>
    <message>
        <source>drag the commanded line</source>
        <translation>Kommandolinie ziehen</translation>
    </message>
    <message>
        <source>choose a step</source>
        <translation>Stufe wählen</translation>
    </message>
    <message>
        <source>move it</source>
        <translation>Stufe bewegen</translation>
    </message>
    <message>
        <source>All %1 steps</source>
        <translation>Alle %1 Stufen</translation>
    </message>
    <message>
        <source>Step %1 of %2: from %3 to %4 for %5</source>
        <translation>Stufe %1 von %2: von %3 auf %4 für %5</translation>
    </message>
    <message>
        <source>%1 peaks at %2 after %3</source>
        <translation>%1 hat seinen Gipfel von %2 nach %3</translation>
    </message>
    <message>
        <source>Commanded potential</source>
        <translation>Kommandopotential</translation>
    </message>
    <message>
        <source>Current that the clamp takes</source>
        <translation>Strom, den die Klemme aufnimmt</translation>
    </message>
    <message>
        <source>One current of the membrane</source>
        <translation>Ein Strom der Membran</translation>
    </message>
</context>
<context>
    <name>rheobase::ClassFolder</name>
    <message>
        <source>The folder “%1” is not there, or cannot be read.</source>
        <translation>Der Ordner „%1“ ist nicht da oder kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>rheobase::ClassList</name>
    <message>
        <source>The class</source>
        <translation>Die Klasse</translation>
    </message>
</context>
<context>
    <name>rheobase::ClassPage</name>
    <message>
        <source>solved, 2 = tries</source>
        <translation>gelöst, 2 Versuche</translation>
    </message>
    <message>
        <source>hints</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>here now</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>held for right</source>
        <translation>vermutet</translation>
    </message>
    <message>
        <source>Signs of the table</source>
        <translation>Zeichen der Tabelle</translation>
    </message>
    <message>
        <source>a misconception named</source>
        <translation>Fehlvorstellung</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>The lesson of which the reports are looked at</source>
        <translation>Die Lektion, deren Berichte betrachtet werden</translation>
    </message>
    <message>
        <source>Chooses the folder into which the class&apos;s reports go</source>
        <translation>Wählt den Ordner, in den die Berichte der Klasse kommen</translation>
    </message>
    <message>
        <source>Choose the folder of the class</source>
        <translation>Ordner der Klasse wählen</translation>
    </message>
    <message>
        <source>More about the class</source>
        <translation>Mehr zur Klasse</translation>
    </message>
    <message>
        <source>Folder of the class…</source>
        <translation>Ordner der Klasse …</translation>
    </message>
    <message>
        <source>Minutes in the gradebook</source>
        <translation>Minuten in der Notenliste</translation>
    </message>
    <message>
        <source>Of those who hand them in</source>
        <translation>Von denen, die sie abgeben</translation>
    </message>
    <message>
        <source>What was expected instead</source>
        <translation>Was stattdessen erwartet wurde</translation>
    </message>
    <message>
        <source>click one to see whose</source>
        <translation>anklicken zeigt, von wem</translation>
    </message>
    <message>
        <source>Project without names</source>
        <translation>Ohne Namen zeigen</translation>
    </message>
    <message>
        <source>Hides the table and enlarges the rest; Page up and Page down go through the steps</source>
        <translation>Verbirgt die Tabelle und vergrößert den Rest; Bild auf und Bild ab gehen durch die Schritte</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Judges every solved check again, from the stored experiments</source>
        <translation>Beurteilt jede gelöste Prüfung erneut, aus den gespeicherten Experimenten</translation>
    </message>
    <message>
        <source>Gradebook, CSV</source>
        <translation>Notenliste, CSV</translation>
    </message>
    <message>
        <source>Writes a table: a row a student, columns by step</source>
        <translation>Schreibt eine Tabelle: eine Zeile je Person, Spalten je Schritt</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>The folder into which the class&apos;s reports go</source>
        <translation>Der Ordner, in den die Berichte der Klasse kommen</translation>
    </message>
    <message>
        <source>no report yet</source>
        <translation>noch kein Bericht</translation>
    </message>
    <message>
        <source>1 report</source>
        <translation>1 Bericht</translation>
    </message>
    <message>
        <source>%1 reports</source>
        <translation>%1 Berichte</translation>
    </message>
    <message>
        <source>watching: %1</source>
        <translation>beobachtet: %1</translation>
    </message>
    <message>
        <source>%1, the last %2</source>
        <translation>%1, der letzte %2</translation>
    </message>
    <message>
        <source>“%2” (step %1)</source>
        <translation>„%2“ (Schritt %1)</translation>
    </message>
    <message>
        <source>Word: %1</source>
        <translation>Wort: %1</translation>
    </message>
    <message>
        <source>The word that you say when everybody has predicted; students type it to see the step</source>
        <translation>Das Wort, das Sie sagen, wenn alle vorhergesagt haben; die Klasse tippt es ein, um den Schritt zu sehen</translation>
    </message>
    <message>
        <source>Show step %1</source>
        <translation>Schritt %1 zeigen</translation>
    </message>
    <message>
        <source>No misconception was named yet.</source>
        <translation>Noch wurde keine Fehlvorstellung genannt.</translation>
    </message>
    <message>
        <source>In this step no misconception is chosen.</source>
        <translation>In diesem Schritt ist keine Fehlvorstellung gewählt.</translation>
    </message>
    <message>
        <source>Ask two of them to explain it.</source>
        <translation>Lassen Sie zwei davon es erklären.</translation>
    </message>
    <message>
        <source>Is there something in it?</source>
        <translation>Ist etwas daran?</translation>
    </message>
    <message>
        <source>The lesson answers: %1</source>
        <translation>Die Lektion antwortet: %1</translation>
    </message>
    <message>
        <source>1 report has another lesson version: Verify judges its checks by yours</source>
        <translation>1 Bericht hat eine andere Fassung der Lektion: Prüfen beurteilt ihn nach Ihrer</translation>
    </message>
    <message>
        <source>%1 reports have another lesson version: Verify judges their checks by yours</source>
        <translation>%1 Berichte haben eine andere Fassung der Lektion: Prüfen beurteilt sie nach Ihrer</translation>
    </message>
    <message>
        <source>verified: solved again: %1</source>
        <translation>geprüft: wieder gelöst: %1</translation>
    </message>
    <message>
        <source>%1, not: %2</source>
        <translation>%1, nicht: %2</translation>
    </message>
    <message>
        <source>lesson “%1”</source>
        <translation>Lektion „%1“</translation>
    </message>
    <message>
        <source>the lesson&apos;s file is not here: put it into the folder, for words and answers</source>
        <translation>die Datei der Lektion fehlt: für Worte und Antworten in den Ordner legen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest …</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;No report is in this folder yet.&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Hand out the students&apos; file of a lesson (Teach, Publish…), or the name of one that comes with Rheobase. Reports end in &lt;i&gt;.report.html&lt;/i&gt;; students put theirs into &lt;i&gt;%1&lt;/i&gt;, by a shared drive, a stick or mail. They appear here by themselves.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;In diesem Ordner ist noch kein Bericht.&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Verteilen Sie die Datei einer Lektion für die Klasse (Lehren, Veröffentlichen …) oder den Namen einer, die mit Rheobase kommt. Berichte enden auf &lt;i&gt;.report.html&lt;/i&gt;; sie kommen nach &lt;i&gt;%1&lt;/i&gt;, über ein gemeinsames Laufwerk, einen Stick oder per Mail. Hier erscheinen sie von selbst.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Namen zeigen</translation>
    </message>
    <message>
        <source>Gradebook</source>
        <translation>Notenliste</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>verifying…</source>
        <translation>prüft …</translation>
    </message>
    <message>
        <source>Folder and gradebook</source>
        <translation>Ordner und Notenliste</translation>
    </message>
    <message>
        <source>Puts the step&apos;s experiment on the neuron</source>
        <translation>Stellt das Experiment des Schritts am Neuron ein</translation>
    </message>
    <message>
        <source>Show the curve</source>
        <translation>Kurve zeigen</translation>
    </message>
    <message>
        <source>Lays over the sketches what the neuron does: last, when all have spoken</source>
        <translation>Legt über die Zeichnungen, was das Neuron tut: zuletzt, wenn alle gesprochen haben</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>One student expected: “%2”.</source>
        <translation>Eine Person erwartete: „%2“.</translation>
    </message>
    <message>
        <source>%1 students expected: “%2”.</source>
        <translation>%1 erwarteten: „%2“.</translation>
    </message>
    <message>
        <source>All of this is on this machine; times are off.</source>
        <translation>All das liegt auf diesem Rechner; ohne Zeiten.</translation>
    </message>
</context>
<context>
    <name>rheobase::ClassTable</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>no name (%1)</source>
        <translation>ohne Namen (%1)</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>nicht gelöst</translation>
    </message>
    <message>
        <source>here now</source>
        <translation>gerade hier</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>held for right</source>
        <translation>für richtig gehalten</translation>
    </message>
    <message>
        <source>1 try</source>
        <translation>1 Versuch</translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>%1 hints</source>
        <translation>%1 Hinweise</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 Punkt</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>named: %1</source>
        <translation>genannt: %1</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>Pseudonym</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>%1
Opens by the word “%2”</source>
        <translation>%1
Öffnet sich durch das Wort „%2“</translation>
    </message>
</context>
<context>
    <name>rheobase::Course</name>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation>„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>rheobase::Cursors</name>
    <message>
        <source>   not recorded</source>
        <translation>   nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>τ = %1 (fit, R² = %2)</source>
        <translation>τ = %1 (Anpassung, R² = %2)</translation>
    </message>
    <message>
        <source>τ: no meaningful fit. %1</source>
        <translation>τ: keine sinnvolle Anpassung. %1</translation>
    </message>
    <message>
        <source>Cursor %1 is active. </source>
        <translation>Cursor %1 ist aktiv. </translation>
    </message>
    <message>
        <source>Cursors</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Measure with two cursors (C). In a plot: A, B choose one; ← → move it, with Ctrl to the next peak or trough; ↑ ↓ change the curve</source>
        <translation>Mit zwei Cursorn messen (C). In einem Diagramm: A, B wählen einen; ← → bewegen ihn, mit Strg zum nächsten Gipfel oder Tal; ↑ ↓ wechseln die Kurve</translation>
    </message>
</context>
<context>
    <name>rheobase::DefaultMark</name>
    <message>
        <source>Not the default; click for the default, %1</source>
        <translation>Nicht der Standardwert; ein Klick setzt auf den Standardwert, %1</translation>
    </message>
    <message>
        <source>The default; click for the last value, %1</source>
        <translation>Der Standardwert; ein Klick setzt auf den letzten Wert, %1</translation>
    </message>
</context>
<context>
    <name>rheobase::Document</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation>Experiment öffnen</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>Experiment speichern</translation>
    </message>
    <message>
        <source>Experiment (*.rheobase)</source>
        <translation>Experiment (*.rheobase)</translation>
    </message>
    <message>
        <source>Saved “%1”</source>
        <translation>„%1“ gespeichert</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to “%1” before leaving?</source>
        <translation>Die Änderungen an „%1“ vorher speichern?</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Sonst gehen sie verloren.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Experiments, figures, tables and lessons (%1)</source>
        <translation>Experimente, Abbildungen, Tabellen und Lektionen (%1)</translation>
    </message>
</context>
<context>
    <name>rheobase::DrawCard</name>
    <message>
        <source>Seal my neuron</source>
        <translation>Mein Neuron versiegeln</translation>
    </message>
    <message>
        <source>In this lesson everybody measures another neuron. Your class word and name choose yours.</source>
        <translation>In dieser Lektion misst jeder ein anderes Neuron. Klassenwort und Name bestimmen Ihres.</translation>
    </message>
    <message>
        <source>Name or pseudonym</source>
        <translation>Name oder Pseudonym</translation>
    </message>
    <message>
        <source>Class word (your teacher tells it)</source>
        <translation>Klassenwort (die Lehrkraft nennt es)</translation>
    </message>
    <message>
        <source>Both may stay empty: then the neuron is drawn by chance</source>
        <translation>Beides darf leer bleiben: Dann wird das Neuron ausgelost</translation>
    </message>
    <message>
        <source>You have measured it: it stays the neuron that it is.</source>
        <translation>Sie haben es gemessen: Es bleibt das Neuron, das es ist.</translation>
    </message>
    <message>
        <source>Without a class word it is drawn by chance.</source>
        <translation>Ohne Klassenwort wird es ausgelost.</translation>
    </message>
    <message>
        <source>Yours is sealed.</source>
        <translation>Ihres ist versiegelt.</translation>
    </message>
</context>
<context>
    <name>rheobase::Edition</name>
    <message>
        <source>the lesson has no such check</source>
        <translation>die Lektion hat keine solche Prüfung</translation>
    </message>
    <message>
        <source>its experiment cannot be read: %1</source>
        <translation>ihr Experiment kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>it is not solved by its experiment</source>
        <translation>ihr Experiment löst sie nicht</translation>
    </message>
    <message>
        <source>its estimate is worth %1 of 2 points</source>
        <translation>seine Schätzung ist %1 von 2 Punkten wert</translation>
    </message>
</context>
<context>
    <name>rheobase::EquationPanel</name>
    <message>
        <source>Equations of the model</source>
        <translation>Gleichungen des Modells</translation>
    </message>
    <message>
        <source>Terms of the equations</source>
        <translation>Terme der Gleichungen</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>Gleichung</translation>
    </message>
    <message>
        <source>Terms (%1)</source>
        <translation>Terme (%1)</translation>
    </message>
    <message>
        <source>Hide the terms of the equations</source>
        <translation>Die Terme der Gleichungen verbergen</translation>
    </message>
    <message>
        <source>Show the terms of the equations</source>
        <translation>Die Terme der Gleichungen zeigen</translation>
    </message>
    <message>
        <source>Copy Equations as Text</source>
        <translation>Gleichungen als Text kopieren</translation>
    </message>
    <message>
        <source>Copy Equations as LaTeX</source>
        <translation>Gleichungen als LaTeX kopieren</translation>
    </message>
    <message>
        <source>Equations copied</source>
        <translation>Gleichungen kopiert</translation>
    </message>
    <message>
        <source>Equations copied as LaTeX</source>
        <translation>Gleichungen als LaTeX kopiert</translation>
    </message>
</context>
<context>
    <name>rheobase::ExpectedList</name>
    <message>
        <source>What was expected instead</source>
        <translation>Was stattdessen erwartet wurde</translation>
    </message>
</context>
<context>
    <name>rheobase::ExpectedTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>rheobase::ExperimentFile</name>
    <message>
        <source>Unknown key &quot;%1&quot;; the nearest is &quot;%2&quot;.</source>
        <translation>Unbekannter Schlüssel »%1«; am nächsten liegt »%2«.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is missing.</source>
        <translation>Der Schlüssel »%1« fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>»%1« muss ein Text sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number.</source>
        <translation>»%1« muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object.</source>
        <translation>»%1« muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>»%1« muss eine Liste sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be &quot;%2&quot;, not &quot;%3&quot;.</source>
        <translation>»%1« muss »%2« sein, nicht »%3«.</translation>
    </message>
    <message>
        <source>&quot;format&quot; must be &quot;%1&quot;, not &quot;%2&quot;.</source>
        <translation>»format« muss »%1« sein, nicht »%2«.</translation>
    </message>
    <message>
        <source>A document must be one JSON object.</source>
        <translation>Ein Dokument muss ein einziges JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>This is not JSON (%1, at byte %2).</source>
        <translation>Das ist kein JSON (%1, bei Byte %2).</translation>
    </message>
    <message>
        <source>Cannot open &quot;%1&quot;: %2</source>
        <translation>»%1« lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is unknown as &quot;%2&quot;; the nearest is &quot;%3&quot;.</source>
        <translation>»%1« ist als »%2« unbekannt; am nächsten liegt »%3«.</translation>
    </message>
    <message>
        <source>&quot;seed&quot; must be a whole number from 0, as a text where it is above 2^53.</source>
        <translation>»seed« muss eine ganze Zahl ab 0 sein, über 2^53 als Text.</translation>
    </message>
    <message>
        <source>&quot;version&quot; is %1, and this program reads versions up to %2: use a newer Rheobase.</source>
        <translation>»version« ist %1, und dieses Programm liest Versionen bis %2: ein neueres Rheobase verwenden.</translation>
    </message>
    <message>
        <source>&quot;version&quot; must be a whole number from 1 to %1, not %2.</source>
        <translation>»version« muss eine ganze Zahl von 1 bis %1 sein, nicht %2.</translation>
    </message>
    <message>
        <source>This is larger than any experiment.</source>
        <translation>Dies ist größer als jedes Experiment.</translation>
    </message>
    <message>
        <source>it is not a file.</source>
        <translation>Dies ist keine Datei.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false.</source>
        <translation>„%1“ muss true oder false sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or left out.</source>
        <translation>„%1“ muss true sein oder fehlen.</translation>
    </message>
    <message>
        <source>It holds a sealed neuron of the lesson &quot;%1&quot;: open it inside that lesson, as the same student.</source>
        <translation>Darin ist ein versiegeltes Neuron der Lektion „%1“: Öffnen Sie es in dieser Lektion, unter demselben Namen.</translation>
    </message>
</context>
<context>
    <name>rheobase::Explanation</name>
    <message>
        <source>Why %1?</source>
        <translation>Warum %1?</translation>
    </message>
    <message>
        <source>%1: why no value?</source>
        <translation>%1: warum kein Wert?</translation>
    </message>
    <message>
        <source>%1 intervals, of which the last %2 are shown</source>
        <translation>%1 Intervallen, von denen die letzten %2 zu sehen sind</translation>
    </message>
    <message>
        <source>1 interval</source>
        <translation>1 Intervall</translation>
    </message>
    <message>
        <source>%1 intervals</source>
        <translation>%1 Intervallen</translation>
    </message>
    <message>
        <source>, CV %1</source>
        <translation>, CV %1</translation>
    </message>
    <message>
        <source>; the formula holds for a constant current</source>
        <translation>; die Formel gilt für einen konstanten Strom</translation>
    </message>
    <message>
        <source>; a formula would need a constant current</source>
        <translation>; für eine Formel müsste der Strom konstant sein</translation>
    </message>
    <message>
        <source>the parameters alone: no run is needed</source>
        <translation>den Parametern allein: ein Lauf ist nicht nötig</translation>
    </message>
    <message>
        <source>1 spike needed, none so far</source>
        <translation>1 Spike ist nötig, bisher keiner</translation>
    </message>
    <message>
        <source>%1 spikes needed, %2 so far</source>
        <translation>%1 Spikes sind nötig, bisher %2</translation>
    </message>
    <message>
        <source>the parameters and a current that lasts</source>
        <translation>den Parametern und einem Strom, der anhält</translation>
    </message>
    <message>
        <source>the last spike that is over</source>
        <translation>dem letzten Spike, der vorüber ist</translation>
    </message>
    <message>
        <source>no spike of this run has such a shape: where a neuron is reset, there is none</source>
        <translation>kein Spike dieses Laufs hat eine solche Form: wo ein Neuron zurückgesetzt wird, gibt es keine</translation>
    </message>
    <message>
        <source>the run since %1, when something was changed last</source>
        <translation>dem Lauf seit %1, als zuletzt etwas geändert wurde</translation>
    </message>
    <message>
        <source>a search: the neuron at rest is asked again and again whether a current makes it fire</source>
        <translation>einer Suche: das ruhende Neuron wird immer wieder gefragt, ob ein Strom es feuern lässt</translation>
    </message>
</context>
<context>
    <name>rheobase::ExportDialog</name>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>PNG (pixels)</source>
        <translation>PNG (Pixel)</translation>
    </message>
    <message>
        <source>SVG (vector)</source>
        <translation>SVG (Vektor)</translation>
    </message>
    <message>
        <source>PDF (vector)</source>
        <translation>PDF (Vektor)</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Plots</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>No plot is chosen; choose at least one.</source>
        <translation>Kein Plot ist gewählt; mindestens einen wählen.</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>»%1« gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>What the figure shows</source>
        <translation>Was die Abbildung zeigt</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>Text of the caption</source>
        <translation>Text der Bildunterschrift</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as a picture and as a table</source>
        <translation>Als Bild und als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Written “%1”</source>
        <translation>„%1“ geschrieben</translation>
    </message>
    <message>
        <source>Figure copied</source>
        <translation>Abbildung kopiert</translation>
    </message>
</context>
<context>
    <name>rheobase::FigureForm</name>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Save these settings as a preset</source>
        <translation>Diese Einstellungen als Vorlage sichern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Remove this preset</source>
        <translation>Diese Vorlage löschen</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Unit of the size</source>
        <translation>Einheit der Größe</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>dpi</source>
        <translation>dpi</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>pt</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Linienbreite</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Scale bars, no axes</source>
        <translation>Maßstäbe statt Achsen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Font, lines</source>
        <translation>Schrift, Linien</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Eigene Einstellungen</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Vorlage sichern</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>“%1” is the name of a preset of the program: choose another.</source>
        <translation>»%1« heißt eine Vorlage des Programms: einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>rheobase::FigurePreview</name>
    <message>
        <source>Preview of the figure</source>
        <translation>Vorschau der Abbildung</translation>
    </message>
</context>
<context>
    <name>rheobase::FolderCard</name>
    <message>
        <source>My folder</source>
        <translation>Mein Ordner</translation>
    </message>
    <message>
        <source>Open a lesson…</source>
        <translation>Lektion öffnen …</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>Anderer Ordner …</translation>
    </message>
    <message>
        <source>A lesson file dropped on the window opens too.</source>
        <translation>Auch eine Lektion, die auf das Fenster gezogen wird, öffnet sich.</translation>
    </message>
    <message>
        <source>No lesson of your own is here yet.</source>
        <translation>Hier ist noch keine eigene Lektion.</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>Lektion öffnen</translation>
    </message>
    <message>
        <source>Lessons (%1)</source>
        <translation>Lektionen (%1)</translation>
    </message>
    <message>
        <source>The folder of your lessons and reports</source>
        <translation>Der Ordner Ihrer Lektionen und Berichte</translation>
    </message>
</context>
<context>
    <name>rheobase::FreePlay</name>
    <message>
        <source>Free play</source>
        <translation>Freies Spiel</translation>
    </message>
    <message>
        <source>Free play of the class</source>
        <translation>Freies Spiel der Klasse</translation>
    </message>
    <message>
        <source>1 student kept neurons to compare</source>
        <translation>1 Person hat Neurone zum Vergleich behalten</translation>
    </message>
    <message>
        <source>%1 students kept neurons to compare</source>
        <translation>%1 haben Neurone zum Vergleich behalten</translation>
    </message>
    <message>
        <source>Show small</source>
        <translation>Klein zeigen</translation>
    </message>
    <message>
        <source>Show large</source>
        <translation>Groß zeigen</translation>
    </message>
</context>
<context>
    <name>rheobase::FrequencyPicture</name>
    <message>
        <source>frequency (Hz)</source>
        <translation>Frequenz (Hz)</translation>
    </message>
    <message>
        <source>Impedance |Z|</source>
        <translation>Impedanz |Z|</translation>
    </message>
    <message>
        <source>Impedance |Z| (%1)</source>
        <translation>Impedanz |Z| (%1)</translation>
    </message>
    <message>
        <source>Phase (°)</source>
        <translation>Phase (°)</translation>
    </message>
</context>
<context>
    <name>rheobase::FrequencyPlot</name>
    <message>
        <source>Impedance over frequency</source>
        <translation>Impedanz über der Frequenz</translation>
    </message>
    <message>
        <source>Phase of the impedance over frequency</source>
        <translation>Phase der Impedanz über der Frequenz</translation>
    </message>
    <message>
        <source>resonance %1</source>
        <translation>Resonanz %1</translation>
    </message>
    <message>
        <source>cut-off %1</source>
        <translation>Grenzfrequenz %1</translation>
    </message>
    <message>
        <source>f = %1</source>
        <translation>f = %1</translation>
    </message>
    <message>
        <source>|Z| = %1</source>
        <translation>|Z| = %1</translation>
    </message>
    <message>
        <source>phase %1°</source>
        <translation>Phase %1°</translation>
    </message>
    <message>
        <source>The neuron rests nowhere, so it has no impedance.</source>
        <translation>Das Neuron ruht nirgends und hat daher keine Impedanz.</translation>
    </message>
    <message>
        <source>Around rest under %1</source>
        <translation>Um die Ruhelage bei %1</translation>
    </message>
    <message>
        <source>Around rest without current: under %1 it does not rest</source>
        <translation>Um die Ruhelage ohne Strom: Bei %1 ruht es nicht</translation>
    </message>
    <message>
        <source>%1: |Z| = %2</source>
        <translation>%1: |Z| = %2</translation>
    </message>
    <message>
        <source>Measured at %1: |Z| = %2, phase %3°</source>
        <translation>Gemessen bei %1: |Z| = %2, Phase %3°</translation>
    </message>
</context>
<context>
    <name>rheobase::Gallery</name>
    <message>
        <source>rest %1</source>
        <translation>Ruhe %1</translation>
    </message>
    <message>
        <source>no rest</source>
        <translation>keine Ruhe</translation>
    </message>
    <message>
        <source>Gallery of presets</source>
        <translation>Galerie der Vorlagen</translation>
    </message>
    <message>
        <source>Name, question, source or model</source>
        <translation>Name, Frage, Quelle oder Modell</translation>
    </message>
    <message>
        <source>Search the presets</source>
        <translation>Vorlagen durchsuchen</translation>
    </message>
    <message>
        <source>Looks through all words of the cards (%1)</source>
        <translation>Durchsucht alle Wörter der Karten (%1)</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Enter opens, Esc goes back; your own neuron waits</source>
        <translation>Enter öffnet, Esc führt zurück; das eigene Neuron wartet</translation>
    </message>
    <message>
        <source>rest and rheobase are computed, not quoted</source>
        <translation>Ruhe und Rheobase sind berechnet, nicht zitiert</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n&lt;/b&gt; presets</source>
        <translation>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; Vorlage</numerusform>
            <numerusform>&lt;b&gt;%n&lt;/b&gt; Vorlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No preset of %1 says “%2”; %n of other models do.</source>
        <translation>
            <numerusform>Keine Vorlage von %1 sagt »%2«, wohl aber %n anderer Modelle.</numerusform>
            <numerusform>Keine Vorlage von %1 sagt »%2«, wohl aber %n anderer Modelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>No preset says “%1”.</source>
        <translation>Keine Vorlage sagt »%1«.</translation>
    </message>
    <message>
        <source>Look in all models</source>
        <translation>In allen Modellen suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>no rheobase: graded</source>
        <translation>keine Rheobase: abgestuft</translation>
    </message>
    <message>
        <source>no rheobase</source>
        <translation>keine Rheobase</translation>
    </message>
    <message>
        <source>fires without input</source>
        <translation>feuert ohne Strom</translation>
    </message>
    <message>
        <source>rheobase %1</source>
        <translation>Rheobase %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Whose presets are shown</source>
        <translation>Wessen Vorlagen gezeigt werden</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
</context>
<context>
    <name>rheobase::GateCard</name>
    <message>
        <source>Your teacher says a word when everybody has predicted.</source>
        <translation>Deine Lehrkraft sagt ein Wort, wenn alle vorhergesagt haben.</translation>
    </message>
    <message>
        <source>Word of your teacher</source>
        <translation>Wort der Lehrkraft</translation>
    </message>
    <message>
        <source>Capitals and spaces do not matter (Return)</source>
        <translation>Groß- und Kleinschreibung und Leerzeichen sind gleich (Eingabetaste)</translation>
    </message>
    <message>
        <source>Open the step</source>
        <translation>Schritt öffnen</translation>
    </message>
    <message>
        <source>Type the word that your teacher says.</source>
        <translation>Tippe das Wort ein, das deine Lehrkraft sagt.</translation>
    </message>
    <message>
        <source>That is not the word. Ask how it is spelled; capitals and spaces do not matter.</source>
        <translation>Das ist nicht das Wort. Frag, wie man es schreibt; Groß- und Kleinschreibung und Leerzeichen sind gleich.</translation>
    </message>
</context>
<context>
    <name>rheobase::GatePicture</name>
    <message>
        <source>membrane potential %1</source>
        <translation>Membranpotential %1</translation>
    </message>
</context>
<context>
    <name>rheobase::GatePlot</name>
    <message>
        <source>This model has no gates: nothing in it opens and closes with V.</source>
        <translation>Dieses Modell hat keine Tore: nichts darin öffnet und schließt sich mit V.</translation>
    </message>
    <message>
        <source>Choose above what is to be seen.</source>
        <translation>Wählen Sie oben, was zu sehen sein soll.</translation>
    </message>
    <message>
        <source>%1 over the membrane potential</source>
        <translation>%1 über dem Membranpotential</translation>
    </message>
    <message>
        <source>Now, at %1:</source>
        <translation>Jetzt, bei %1:</translation>
    </message>
</context>
<context>
    <name>rheobase::GateScene</name>
    <message>
        <source>Steady states</source>
        <translation>Gleichgewichtswerte</translation>
    </message>
    <message>
        <source>How far each gate opens if V is held, and by a dot how far it is open now</source>
        <translation>Wie weit sich jedes Tor öffnet, wenn V gehalten wird, und als Punkt, wie weit es jetzt offen ist</translation>
    </message>
    <message>
        <source>Time constants</source>
        <translation>Zeitkonstanten</translation>
    </message>
    <message>
        <source>How fast each gate follows V</source>
        <translation>Wie schnell jedes Tor V folgt</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>How often a closed gate opens (α) and an open one closes (β)</source>
        <translation>Wie oft sich ein geschlossenes Tor öffnet (α) und ein offenes schließt (β)</translation>
    </message>
    <message>
        <source>Open channels</source>
        <translation>Offene Kanäle</translation>
    </message>
    <message>
        <source>The part of the channels of each current that is open if V is held</source>
        <translation>Der Anteil der Kanäle jedes Stroms, der offen ist, wenn V gehalten wird</translation>
    </message>
    <message>
        <source>Conductances</source>
        <translation>Leitfähigkeiten</translation>
    </message>
    <message>
        <source>The conductance for each current if V is held</source>
        <translation>Die Leitfähigkeit für jeden Strom, wenn V gehalten wird</translation>
    </message>
    <message>
        <source>Driving forces</source>
        <translation>Treibende Kräfte</translation>
    </message>
    <message>
        <source>How far V is from the reversal potential of each current</source>
        <translation>Wie weit V vom Umkehrpotential jedes Stroms entfernt ist</translation>
    </message>
</context>
<context>
    <name>rheobase::Ghosts</name>
    <message>
        <source>There are %1 kept traces, all with names: delete one to keep another.</source>
        <translation>Es gibt %1 behaltene Spuren, alle mit Namen: Löschen Sie eine, um eine andere zu behalten.</translation>
    </message>
    <message>
        <source>More than %1 traces are not kept: the oldest without a name, “%2”, made room.</source>
        <translation>Mehr als %1 Spuren werden nicht behalten: Die älteste ohne Namen, „%2“, machte Platz.</translation>
    </message>
    <message>
        <source>Restore “%1”</source>
        <translation>„%1“ wiederherstellen</translation>
    </message>
</context>
<context>
    <name>rheobase::GhostsPanel</name>
    <message>
        <source>Press K to keep the present trace and compare: it stays behind the live one while you change parameters.</source>
        <translation>Drücken Sie K, um die jetzige Spur zu behalten und zu vergleichen: Sie bleibt hinter der laufenden, während Sie Parameter ändern.</translation>
    </message>
    <message>
        <source>Kept traces</source>
        <translation>Behaltene Spuren</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the present trace as a ghost to compare with (K)</source>
        <translation>Die jetzige Spur zum Vergleich behalten (K)</translation>
    </message>
    <message>
        <source>at each change</source>
        <translation>bei jeder Änderung</translation>
    </message>
    <message>
        <source>Leave a fading ghost whenever something is changed</source>
        <translation>Bei jeder Änderung eine verblassende Spur zurücklassen</translation>
    </message>
    <message>
        <source>How kept traces are aligned</source>
        <translation>Wie behaltene Spuren ausgerichtet sind</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>nach Zeit</translation>
    </message>
    <message>
        <source>Each stands at its own time of the run</source>
        <translation>Jede steht zu ihrer eigenen Zeit des Laufs</translation>
    </message>
    <message>
        <source>by onset</source>
        <translation>nach Beginn</translation>
    </message>
    <message>
        <source>The onsets of both stimuli coincide; without two onsets: by time</source>
        <translation>Der Beginn beider Stimuli fällt zusammen; ohne zwei Anfänge: nach Zeit</translation>
    </message>
    <message>
        <source>by spike</source>
        <translation>nach Spike</translation>
    </message>
    <message>
        <source>Restore parameters</source>
        <translation>Parameter wiederherstellen</translation>
    </message>
    <message>
        <source>Make the experiment of this trace the live one: parameters, stimulus, noise and solver</source>
        <translation>Das Experiment dieser Spur zum laufenden machen: Parameter, Stimulus, Rauschen und Löser</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete this trace (Del)</source>
        <translation>Diese Spur löschen (Entf)</translation>
    </message>
    <message>
        <source>shown when its model is back</source>
        <translation>wird gezeigt, wenn ihr Modell wieder da ist</translation>
    </message>
    <message>
        <source>kept from %1 to %2</source>
        <translation>behalten von %1 bis %2</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Its first spike and the first one since it was kept, since the last change or the restart, coincide, and there it stays; without two spikes: by time</source>
        <translation>Ihr erster Spike und der erste, seit sie behalten wurde, seit der letzten Änderung oder dem Neustart, fallen zusammen, und dort bleibt sie; ohne zwei Spikes: nach Zeit</translation>
    </message>
    <message>
        <source>How kept traces lie beside a run that scrolls; under a trigger they share its zero</source>
        <translation>Wie behaltene Spuren neben einem durchlaufenden Lauf liegen; unter einem Auslöser teilen sie dessen Nullpunkt</translation>
    </message>
</context>
<context>
    <name>rheobase::HelpWindow</name>
    <message>
        <source>Space, held</source>
        <translation>Leertaste, gehalten</translation>
    </message>
    <message>
        <source>Adds current for as long as it is held, wherever the focus is but in a field.</source>
        <translation>Fügt Strom hinzu, solange sie gehalten wird, wo immer der Fokus ist, außer in einem Feld.</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Goes to the next control, to the one before.</source>
        <translation>Geht zum nächsten Bedienelement, zum vorigen.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Presses the button that has the focus; on a measured number, asks why.</source>
        <translation>Drückt den Knopf, der den Fokus hat; fragt auf einer gemessenen Zahl nach dem Warum.</translation>
    </message>
    <message>
        <source>On a slider: arrows, Page Up, Page Down, Home, End</source>
        <translation>Auf einem Regler: Pfeile, Bild auf, Bild ab, Pos1, Ende</translation>
    </message>
    <message>
        <source>Move it in small and in large steps, to its ends; with Shift in finer ones. Backspace brings the default back.</source>
        <translation>Bewegen ihn in kleinen und in großen Schritten, an seine Enden; mit Umschalt in feineren. Rücktaste bringt den Standardwert zurück.</translation>
    </message>
    <message>
        <source>In a field: ↑ ↓</source>
        <translation>In einem Feld: ↑ ↓</translation>
    </message>
    <message>
        <source>Move its slider a step. 50+5 and 20/3 are computed, +=5 and *2 change the present value; Esc gives it back.</source>
        <translation>Bewegen seinen Regler um einen Schritt. 50+5 und 20/3 werden berechnet, +=5 und *2 ändern den jetzigen Wert; Esc gibt ihn zurück.</translation>
    </message>
    <message>
        <source>In the plots: ← →, Page Up, Page Down, Home, End</source>
        <translation>In den Plots: ← →, Bild auf, Bild ab, Pos1, Ende</translation>
    </message>
    <message>
        <source>Look back and ahead, by a whole window, to the start, to now.</source>
        <translation>Blicken zurück und voraus, um ein ganzes Fenster, zum Anfang, zum Jetzt.</translation>
    </message>
    <message>
        <source>In the plots: + −</source>
        <translation>In den Plots: + −</translation>
    </message>
    <message>
        <source>Show less time, or more.</source>
        <translation>Zeigen weniger Zeit oder mehr.</translation>
    </message>
    <message>
        <source>In the plots: ↑ ↓</source>
        <translation>In den Plots: ↑ ↓</translation>
    </message>
    <message>
        <source>Move the line that is chosen, such as the threshold; Esc lets it go.</source>
        <translation>Bewegen die gewählte Linie, etwa die Schwelle; Esc lässt sie los.</translation>
    </message>
    <message>
        <source>In the plots: 1 … 9</source>
        <translation>In den Plots: 1 … 9</translation>
    </message>
    <message>
        <source>Drops a marker; Delete takes the chosen one away.</source>
        <translation>Setzt eine Marke; Entf nimmt die gewählte weg.</translation>
    </message>
    <message>
        <source>With cursors: A, B, ← →, ↑ ↓</source>
        <translation>Mit Cursoren: A, B, ← →, ↑ ↓</translation>
    </message>
    <message>
        <source>Choose one; move it, with Ctrl to the next peak or trough; take another curve. Esc puts them away.</source>
        <translation>Wählen einen; bewegen ihn, mit Strg zum nächsten Gipfel oder Tal; nehmen eine andere Kurve. Esc räumt sie weg.</translation>
    </message>
    <message>
        <source>In the f–I curve: ← →, ↑ ↓</source>
        <translation>In der f–I-Kurve: ← →, ↑ ↓</translation>
    </message>
    <message>
        <source>Move the neuron along the current, or to a rate; with Shift in finer steps, with Ctrl in larger ones.</source>
        <translation>Bewegen das Neuron am Strom entlang oder zu einer Rate; mit Umschalt in feineren Schritten, mit Strg in größeren.</translation>
    </message>
    <message>
        <source>In the map, the phase plane and the pulse view: arrows, Enter</source>
        <translation>In der Karte, der Phasenebene und der Pulsansicht: Pfeile, Eingabe</translation>
    </message>
    <message>
        <source>Point somewhere; do what a click does there. Esc stops pointing.</source>
        <translation>Zeigen auf eine Stelle; tun, was ein Klick dort tut. Esc hört auf zu zeigen.</translation>
    </message>
    <message>
        <source>In circuit and equations: arrows</source>
        <translation>In Schaltbild und Gleichungen: Pfeile</translation>
    </message>
    <message>
        <source>Point at the parts; each lights up everywhere.</source>
        <translation>Zeigen auf die Teile; jedes leuchtet überall auf.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search all of the help</source>
        <translation>Die ganze Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Parts of the help</source>
        <translation>Teile der Hilfe</translation>
    </message>
    <message>
        <source>Nothing in the help has these words.</source>
        <translation>Nichts in der Hilfe hat diese Wörter.</translation>
    </message>
    <message>
        <source>Where a prediction is drawn: 1 … 4, ← →, ↑ ↓, Enter</source>
        <translation>Wo eine Vorhersage gezeichnet wird: 1 … 4, ← →, ↑ ↓, Eingabe</translation>
    </message>
    <message>
        <source>Choose a curve; go to a handle and bend it there, with Shift finely; take it. Backspace takes the last stroke back, Esc leaves what P began.</source>
        <translation>Wählt eine Kurve; geht zu einem Griff und biegt sie dort, mit Umschalt fein; nimmt sie. Die Rücktaste nimmt den letzten Strich zurück, Esc verlässt, was P begann.</translation>
    </message>
</context>
<context>
    <name>rheobase::HintCard</name>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>It does not come back</source>
        <translation>Es kommt nicht wieder</translation>
    </message>
</context>
<context>
    <name>rheobase::HintLadder</name>
    <message>
        <source>Hint %1 of %2.</source>
        <translation>Hinweis %1 von %2.</translation>
    </message>
    <message>
        <source>Show a hint</source>
        <translation>Hinweis zeigen</translation>
    </message>
    <message>
        <source>Show the next hint</source>
        <translation>Nächsten Hinweis zeigen</translation>
    </message>
    <message>
        <source>A hint in %1 s, or after a check</source>
        <translation>Ein Hinweis in %1 s oder nach einer Prüfung</translation>
    </message>
    <message>
        <source>Next hint in %1 s, or after a check</source>
        <translation>Nächster Hinweis in %1 s oder nach einer Prüfung</translation>
    </message>
</context>
<context>
    <name>rheobase::IntervalPicture</name>
    <message>
        <source>Inter-spike intervals</source>
        <translation>Inter-Spike-Intervalle</translation>
    </message>
    <message>
        <source>interval (ms)</source>
        <translation>Intervall (ms)</translation>
    </message>
    <message>
        <source>two spikes make an interval</source>
        <translation>zwei Spikes ergeben ein Intervall</translation>
    </message>
    <message numerus="yes">
        <source>%n longer</source>
        <translation>
            <numerusform>%n längeres</numerusform>
            <numerusform>%n längere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rheobase::KeptCards</name>
    <message>
        <source>one neuron</source>
        <translation>ein Neuron</translation>
    </message>
    <message>
        <source>they differ in no number</source>
        <translation>sie unterscheiden sich in keiner Zahl</translation>
    </message>
    <message>
        <source>firing rate against current</source>
        <translation>Feuerrate über dem Strom</translation>
    </message>
    <message>
        <source>membrane potential, 200 ms</source>
        <translation>Membranpotential, 200 ms</translation>
    </message>
</context>
<context>
    <name>rheobase::KeyDisplay</name>
    <message>
        <source>Injects while it is held</source>
        <translation>Injiziert, solange sie gehalten wird</translation>
    </message>
</context>
<context>
    <name>rheobase::LadderPicture</name>
    <message>
        <source>no spikes</source>
        <translation>keine Spikes</translation>
    </message>
    <message>
        <source>spikes: %1</source>
        <translation>Spikes: %1</translation>
    </message>
    <message>
        <source>%1, leak off</source>
        <translation>%1, ohne Leck</translation>
    </message>
    <message>
        <source>Stimulus I / I_th</source>
        <translation>Stimulus I / I_th</translation>
    </message>
    <message>
        <source>Stimulus in multiples of the rheobase</source>
        <translation>Stimulus in Vielfachen der Rheobase</translation>
    </message>
</context>
<context>
    <name>rheobase::LadderView</name>
    <message>
        <source>Shape of the stimulus</source>
        <translation>Form des Stimulus</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Which neurons are shown</source>
        <translation>Welche Neurone gezeigt werden</translation>
    </message>
    <message>
        <source>Leak off</source>
        <translation>Leck aus</translation>
    </message>
    <message>
        <source>Show the leaky neuron without its leak, too: it no longer forgets</source>
        <translation>Das Neuron mit Leck auch ohne Leck zeigen: Es vergisst nicht mehr</translation>
    </message>
    <message>
        <source>Choose models to compare above.</source>
        <translation>Wählen Sie oben Modelle zum Vergleichen.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 has no rheobase: 1 is %2, the leaky neuron&apos;s.</source>
        <translation>%1 hat keine Rheobase: 1 ist %2, die des Neurons mit Leck.</translation>
    </message>
    <message>
        <source>Rheobase (one spike): %1.</source>
        <translation>Rheobase (ein Spike): %1.</translation>
    </message>
</context>
<context>
    <name>rheobase::LearnPage</name>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Find a lesson</source>
        <translation>Lektion suchen</translation>
    </message>
    <message>
        <source>Looks through titles, questions, goals and steps (%1)</source>
        <translation>Durchsucht Titel, Fragen, Ziele und Schritte (%1)</translation>
    </message>
    <message>
        <source>Reports stay in your folder; nothing leaves this machine.</source>
        <translation>Berichte bleiben in Ihrem Ordner; nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Show all lessons</source>
        <translation>Alle Lektionen zeigen</translation>
    </message>
    <message>
        <source>Only lessons on a model</source>
        <translation>Nur Lektionen zu einem Modell</translation>
    </message>
    <message>
        <source>Only lessons of a level</source>
        <translation>Nur Lektionen einer Stufe</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>%1 lessons · %2 done</source>
        <translation>%1 Lektionen · %2 fertig</translation>
    </message>
    <message>
        <source>No lesson is left by these filters.</source>
        <translation>Diese Filter lassen keine Lektion übrig.</translation>
    </message>
    <message>
        <source>No lesson says “%1” here.</source>
        <translation>Keine Lektion sagt hier „%1“.</translation>
    </message>
</context>
<context>
    <name>rheobase::LessonDock</name>
    <message>
        <source>Tear off, or put back</source>
        <translation>Abreißen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Leave the lesson; what you had before comes back</source>
        <translation>Lektion verlassen; was vorher war, kommt zurück</translation>
    </message>
</context>
<context>
    <name>rheobase::LessonFolder</name>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
</context>
<context>
    <name>rheobase::LessonList</name>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
</context>
<context>
    <name>rheobase::LessonPage</name>
    <message>
        <source>Text of the lesson</source>
        <translation>Text der Lektion</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>Schritt davor</translation>
    </message>
    <message>
        <source>Step before (Alt ←)</source>
        <translation>Schritt davor (Alt ←)</translation>
    </message>
    <message>
        <source>I think I am right</source>
        <translation>Ich halte es für richtig</translation>
    </message>
    <message>
        <source>Records that you hold this for right, and lets you pass</source>
        <translation>Hält fest, dass Sie das für richtig halten, und lässt Sie weiter</translation>
    </message>
    <message>
        <source>Next step (Alt →)</source>
        <translation>Nächster Schritt (Alt →)</translation>
    </message>
    <message>
        <source>That was “%1”</source>
        <translation>Das war „%1“</translation>
    </message>
    <message>
        <source>Say it in two sentences of your own. They stand in your report.</source>
        <translation>Sagen Sie es in zwei eigenen Sätzen. Sie stehen in Ihrem Bericht.</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Ihre eigenen Worte</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>Bericht als PDF</translation>
    </message>
    <message>
        <source>It is at %1. Nothing leaves this computer unless you hand it in.</source>
        <translation>Er liegt in %1. Nichts verlässt diesen Rechner, wenn Sie es nicht abgeben.</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>about %1 minutes left</source>
        <translation>noch etwa %1 Minuten</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>noch etwa eine Minute</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>Weiter ›</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Finish ›</source>
        <translation>Beenden ›</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüft …</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Runs the experiment from its start; your prediction is frozen then</source>
        <translation>Startet das Experiment von vorn; Ihre Vorhersage steht dann fest</translation>
    </message>
    <message>
        <source>Answer the question first</source>
        <translation>Beantworten Sie erst die Frage</translation>
    </message>
    <message>
        <source>Asks what is still missing (Return)</source>
        <translation>Fragt, was noch fehlt (Eingabetaste)</translation>
    </message>
    <message>
        <source>There is nothing to check in this step</source>
        <translation>In diesem Schritt gibt es nichts zu prüfen</translation>
    </message>
    <message>
        <source>the time is over</source>
        <translation>die Zeit ist um</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <translation>noch %1:%2</translation>
    </message>
    <message>
        <source>Opens when the word is typed</source>
        <translation>Öffnet sich, wenn das Wort eingetippt ist</translation>
    </message>
</context>
<context>
    <name>rheobase::LessonRun</name>
    <message>
        <source>Begin “%1”</source>
        <translation>„%1“ beginnen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Geschafft</translation>
    </message>
    <message>
        <source>Not yet. %1 %2</source>
        <translation>Noch nicht. %1 %2</translation>
    </message>
</context>
<context>
    <name>rheobase::LessonTable</name>
    <message>
        <source>%1 (short course)</source>
        <translation>%1 (Kurzkurs)</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Fragt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und weitere</translation>
    </message>
</context>
<context>
    <name>rheobase::LessonText</name>
    <message>
        <source>The text of the lesson</source>
        <translation>Der Text der Lektion</translation>
    </message>
</context>
<context>
    <name>rheobase::LessonWriter</name>
    <message>
        <source>A lesson of mine</source>
        <translation>Eine eigene Lektion</translation>
    </message>
    <message>
        <source>What students can do afterwards.</source>
        <translation>Was Lernende danach können.</translation>
    </message>
    <message>
        <source>The first step</source>
        <translation>Der erste Schritt</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>Lektion öffnen</translation>
    </message>
    <message>
        <source>Lessons (%1)</source>
        <translation>Lektionen (%1)</translation>
    </message>
    <message>
        <source>Unsaved lesson</source>
        <translation>Ungesicherte Lektion</translation>
    </message>
    <message>
        <source>Save the lesson that is written before leaving it?</source>
        <translation>Die geschriebene Lektion vor dem Verlassen sichern?</translation>
    </message>
    <message>
        <source>What was changed is lost otherwise.</source>
        <translation>Was geändert wurde, geht sonst verloren.</translation>
    </message>
    <message>
        <source>Written “%1”</source>
        <translation>„%1“ geschrieben</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>Lektion sichern</translation>
    </message>
    <message>
        <source>The lesson cannot be read yet:</source>
        <translation>Die Lektion lässt sich noch nicht lesen:</translation>
    </message>
    <message>
        <source>Publish for students</source>
        <translation>Für Lernende veröffentlichen</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Arbeitsblatt</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Lösungen</translation>
    </message>
    <message>
        <source>Pages (*.pdf *.html)</source>
        <translation>Seiten (*.pdf *.html)</translation>
    </message>
    <message>
        <source>a new lesson</source>
        <translation>eine neue Lektion</translation>
    </message>
    <message>
        <source>%1 · not saved</source>
        <translation>%1 · nicht gesichert</translation>
    </message>
    <message>
        <source>Begin from a lesson of the program</source>
        <translation>Von einer Lektion des Programms ausgehen</translation>
    </message>
    <message>
        <source>Insert a check</source>
        <translation>Prüfung einfügen</translation>
    </message>
    <message>
        <source>This figure</source>
        <translation>Diese Abbildung</translation>
    </message>
    <message>
        <source>What is wrong with the lesson</source>
        <translation>Was an der Lektion nicht stimmt</translation>
    </message>
    <message>
        <source>A click or Enter goes to the line</source>
        <translation>Ein Klick oder die Eingabetaste führt zur Zeile</translation>
    </message>
    <message>
        <source>New lesson</source>
        <translation>Neue Lektion</translation>
    </message>
    <message>
        <source>Open a lesson to change it…</source>
        <translation>Lektion zum Ändern öffnen …</translation>
    </message>
    <message>
        <source>Saves the text of the lesson (Ctrl+S while it is written)</source>
        <translation>Sichert den Text der Lektion (Strg+S, während sie geschrieben wird)</translation>
    </message>
    <message>
        <source>Save the lesson as…</source>
        <translation>Lektion sichern unter …</translation>
    </message>
    <message>
        <source>Insert the present experiment</source>
        <translation>Jetziges Experiment einfügen</translation>
    </message>
    <message>
        <source>Test this lesson</source>
        <translation>Lektion prüfen</translation>
    </message>
    <message>
        <source>Publish for students…</source>
        <translation>Für Lernende veröffentlichen …</translation>
    </message>
    <message>
        <source>Handout…</source>
        <translation>Arbeitsblatt …</translation>
    </message>
    <message>
        <source>Answers…</source>
        <translation>Lösungen …</translation>
    </message>
    <message>
        <source>A lesson cannot say all of this experiment: solver, Δt, where it starts and what counts as a spike are those of the model or the preset.</source>
        <translation>Eine Lektion kann nicht alles an diesem Experiment sagen: Löser, Δt, Anfang und was als Spike zählt, sind die des Modells oder der Voreinstellung.</translation>
    </message>
    <message>
        <source>What the cursors read</source>
        <translation>Was die Cursor ablesen</translation>
    </message>
    <message>
        <source>The exponential between the cursors</source>
        <translation>Die Exponentialkurve zwischen den Cursorn</translation>
    </message>
    <message>
        <source>A kept trace: %1</source>
        <translation>Eine behaltene Spur: %1</translation>
    </message>
    <message>
        <source>A run of %1 takes too long to be measured</source>
        <translation>Ein Lauf von %1 dauert zu lange, um gemessen zu werden</translation>
    </message>
    <message>
        <source>Every check, solution, mistake and hint is tried …</source>
        <translation>Jede Prüfung, jede Lösung, jeder Fehler und jeder Hinweis wird ausprobiert …</translation>
    </message>
    <message>
        <source>The lesson is sound: %1 checks, %2 of the window, %3 solutions and mistakes, %4 questions.</source>
        <translation>Die Lektion ist in Ordnung: %1 Prüfungen, %2 im Fenster, %3 Lösungen und Fehler, %4 Fragen.</translation>
    </message>
    <message numerus="yes">
        <source>%n to be mended:</source>
        <translation>
            <numerusform>%n Stelle zu verbessern:</numerusform>
            <numerusform>%n Stellen zu verbessern:</numerusform>
        </translation>
    </message>
    <message>
        <source>Writes the experiment of the window down as the start of a step</source>
        <translation>Schreibt das Experiment des Fensters als Beginn eines Schrittes auf</translation>
    </message>
    <message>
        <source>Tries every solution and every mistake, and lists what is wrong by its line</source>
        <translation>Probiert jede Lösung und jeden Fehler und listet mit der Zeile auf, was nicht stimmt</translation>
    </message>
</context>
<context>
    <name>rheobase::LiveFormula</name>
    <message>
        <source>so</source>
        <translation>also</translation>
    </message>
</context>
<context>
    <name>rheobase::MainWindow</name>
    <message>
        <source>Circuit</source>
        <translation>Schaltbild</translation>
    </message>
    <message>
        <source>Circuit, equations and measurements</source>
        <translation>Schaltbild, Gleichungen und Messwerte</translation>
    </message>
    <message>
        <source>Parameters and stimulus</source>
        <translation>Parameter und Stimulus</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Plots</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Reset parameters</source>
        <translation>Parameter zurücksetzen</translation>
    </message>
    <message>
        <source>About Rheobase</source>
        <translation>Über Rheobase</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language changes when Rheobase is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Rheobase.</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Abbildung…</translation>
    </message>
    <message>
        <source>Spike times as CSV…</source>
        <translation>Spikezeiten als CSV…</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Rheobase %1&lt;/h3&gt;&lt;p&gt;A live workbench for neuron dynamics.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;&lt;p&gt;This model: %2&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Rheobase %1&lt;/h3&gt;&lt;p&gt;Eine lebendige Werkbank für die Dynamik von Neuronen.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;&lt;p&gt;Dieses Modell: %2&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Circuit and equations</source>
        <translation>Schaltung und Gleichungen</translation>
    </message>
    <message>
        <source>f–I curve</source>
        <translation>f–I-Kurve</translation>
    </message>
    <message>
        <source>Parameter map</source>
        <translation>Parameterkarte</translation>
    </message>
    <message>
        <source>Phase plane</source>
        <translation>Phasenebene</translation>
    </message>
    <message>
        <source>Frequency response (impedance)</source>
        <translation>Frequenzgang (Impedanz)</translation>
    </message>
    <message>
        <source>Strength–duration curve</source>
        <translation>Reizzeit-Stromstärke-Kurve</translation>
    </message>
    <message>
        <source>Plots of the trace</source>
        <translation>Plots der Aufzeichnung</translation>
    </message>
    <message>
        <source>Visible data…</source>
        <translation>Sichtbare Daten…</translation>
    </message>
    <message>
        <source>Data between the cursors…</source>
        <translation>Daten zwischen den Cursorn…</translation>
    </message>
    <message>
        <source>There are no cursors: press C, and put them around what shall be exported.</source>
        <translation>Es gibt keine Cursor: C drücken und sie um das setzen, was exportiert werden soll.</translation>
    </message>
    <message>
        <source>Whole run…</source>
        <translation>Ganzer Lauf…</translation>
    </message>
    <message>
        <source>f–I</source>
        <comment>tab</comment>
        <translation>f–I</translation>
    </message>
    <message>
        <source>Map</source>
        <comment>tab</comment>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Phase</source>
        <comment>tab</comment>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Z(f)</source>
        <comment>tab</comment>
        <translation>Z(f)</translation>
    </message>
    <message>
        <source>Pulse</source>
        <comment>tab</comment>
        <translation>Puls</translation>
    </message>
    <message>
        <source>Spikes</source>
        <comment>tab</comment>
        <translation>Spikes</translation>
    </message>
    <message>
        <source>Spikes and intervals</source>
        <translation>Spikes und Intervalle</translation>
    </message>
    <message>
        <source>Kept</source>
        <comment>tab</comment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kept traces</source>
        <translation>Behaltene Spuren</translation>
    </message>
    <message>
        <source>Ladder</source>
        <comment>tab</comment>
        <translation>Leiter</translation>
    </message>
    <message>
        <source>Ladder of models</source>
        <translation>Leiter der Modelle</translation>
    </message>
    <message>
        <source>Keep this trace</source>
        <translation>Diese Spur behalten</translation>
    </message>
    <message>
        <source>Keep what is to be seen as a ghost to compare with (K)</source>
        <translation>Was zu sehen ist als Geist zum Vergleichen behalten (K)</translation>
    </message>
    <message>
        <source>What the numbers mean</source>
        <translation>Was die Zahlen bedeuten</translation>
    </message>
    <message>
        <source>Gallery of presets…</source>
        <translation>Galerie der Vorlagen…</translation>
    </message>
    <message>
        <source>Choose preset “%1”</source>
        <translation>Vorlage »%1« wählen</translation>
    </message>
    <message>
        <source>Keys, views, what the numbers mean</source>
        <translation>Tasten, Ansichten, was die Zahlen bedeuten</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>What each view shows</source>
        <translation>Was jede Ansicht zeigt</translation>
    </message>
    <message>
        <source>Show the hints again</source>
        <translation>Die Hinweise wieder zeigen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Drag the current over the tick, the rheobase: there the neuron begins to fire.</source>
        <translation>Ziehen Sie den Strom über den Strich, die Rheobase: dort beginnt das Neuron zu feuern.</translation>
    </message>
    <message>
        <source>It runs live. Lines with ↕ can be dragged, and so can time, to look back.</source>
        <translation>Es läuft live. Linien mit ↕ lassen sich ziehen, und ebenso die Zeit, um zurückzublicken.</translation>
    </message>
    <message>
        <source>Every change can be taken back here. K keeps the trace, to compare with what comes.</source>
        <translation>Jede Änderung lässt sich hier zurücknehmen. K behält die Spur, zum Vergleich mit dem, was kommt.</translation>
    </message>
    <message>
        <source>Which plots and views are shown</source>
        <translation>Welche Plots und Ansichten zu sehen sind</translation>
    </message>
    <message>
        <source>Files, the run, theme and language</source>
        <translation>Dateien, der Lauf, Farben und Sprache</translation>
    </message>
    <message>
        <source>The potential, the current and what else is recorded, over time. Lines with ↕ can be dragged: threshold, reset, rest. Time is dragged to look back, and zoomed by the wheel.</source>
        <translation>Das Potential, der Strom und was sonst aufgezeichnet wird, über der Zeit. Linien mit ↕ lassen sich ziehen: Schwelle, Reset, Ruhe. Die Zeit zieht man, um zurückzublicken, und das Rad vergrößert sie.</translation>
    </message>
    <message>
        <source>What the neuron is, what is done to it, and how it is computed: the whole experiment. Each change is one step of undo; a tick on the current&apos;s slider is the rheobase.</source>
        <translation>Was das Neuron ist, was mit ihm geschieht und wie es berechnet wird: das ganze Experiment. Jede Änderung ist ein Schritt, der sich zurücknehmen lässt; ein Strich am Regler des Stroms ist die Rheobase.</translation>
    </message>
    <message>
        <source>The membrane as a circuit with the currents that flow now, its equations with the value of each term, and what is measured of the run. What is pointed at lights up everywhere; a measured number that is clicked explains itself.</source>
        <translation>Die Membran als Schaltbild mit den Strömen, die jetzt fließen, ihre Gleichungen mit dem Wert jedes Terms, und was am Lauf gemessen wird. Worauf man zeigt, das leuchtet überall auf; eine gemessene Zahl, die man anklickt, erklärt sich.</translation>
    </message>
    <message>
        <source>How fast the neuron fires under each lasting current, from rest, with the rheobase and the closed form where there is one. The point is the neuron now: dragged along it takes another current, dragged up or down another rate.</source>
        <translation>Wie schnell das Neuron unter jedem anhaltenden Strom feuert, aus der Ruhe, mit der Rheobase und der geschlossenen Form, wo es eine gibt. Der Punkt ist das Neuron jetzt: entlang gezogen nimmt es einen anderen Strom an, auf oder ab gezogen eine andere Rate.</translation>
    </message>
    <message>
        <source>One measure over two values, with a neuron for each point. A click takes the neuron there.</source>
        <translation>Ein Maß über zwei Werten, mit einem Neuron für jeden Punkt. Ein Klick bringt das Neuron dorthin.</translation>
    </message>
    <message>
        <source>Two states against each other: the way of the neuron, nullclines, and fixed points with their stability. A click puts the neuron there.</source>
        <translation>Zwei Zustände gegeneinander: der Weg des Neurons, Nullklinen und Fixpunkte mit ihrer Stabilität. Ein Klick setzt das Neuron dorthin.</translation>
    </message>
    <message>
        <source>How far V swings, and how late, for a small sine current around rest, over its frequency, with resonance and cut-off; and what a run under a sine shows of it.</source>
        <translation>Wie weit V schwingt und wie spät, bei einem kleinen Sinusstrom um die Ruhe, über dessen Frequenz, mit Resonanz und Grenzfrequenz; und was ein Lauf unter einem Sinus davon zeigt.</translation>
    </message>
    <message>
        <source>How strong a pulse must be to make the neuron fire, over how long it lasts, with rheobase and chronaxie. A click injects such a pulse.</source>
        <translation>Wie stark ein Puls sein muss, damit das Neuron feuert, über seiner Dauer, mit Rheobase und Chronaxie. Ein Klick injiziert einen solchen Puls.</translation>
    </message>
    <message>
        <source>Every spike with its interval, rate and shape; how often which interval comes; the rate over time. A click shows the spike in the trace.</source>
        <translation>Jeder Spike mit seinem Intervall, seiner Rate und Form; wie oft welches Intervall vorkommt; die Rate über der Zeit. Ein Klick zeigt den Spike in der Spur.</translation>
    </message>
    <message>
        <source>The traces that were kept to compare with, each named by what it has that the neuron now has not.</source>
        <translation>Die Spuren, die zum Vergleich behalten wurden, jede danach benannt, was sie hat und das Neuron jetzt nicht.</translation>
    </message>
    <message>
        <source>One stimulus into neurons of growing detail, each in units of its own rheobase: what a leak forgets, what a spike adds.</source>
        <translation>Ein Stimulus für Neurone von wachsender Genauigkeit, jedes in Einheiten der eigenen Rheobase: was ein Leck vergisst, was ein Spike hinzufügt.</translation>
    </message>
    <message>
        <source>Why?</source>
        <comment>tab</comment>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Why a number is what it is</source>
        <translation>Warum eine Zahl ist, was sie ist</translation>
    </message>
    <message>
        <source>The formula of a measured number with live values, the samples it rests on, and how it is made another.</source>
        <translation>Die Formel einer gemessenen Zahl mit den jetzigen Werten, worauf sie beruht, und wie man eine andere aus ihr macht.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Normale Größe</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>Show keys and clicks</source>
        <translation>Tasten und Klicks zeigen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Circuit copied</source>
        <translation>Schaltbild kopiert</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Pane before</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Lessons…</source>
        <translation>Lektionen …</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Lehren</translation>
    </message>
    <message>
        <source>Write</source>
        <comment>tab</comment>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write a lesson</source>
        <translation>Lektion schreiben</translation>
    </message>
    <message>
        <source>A lesson as text: the experiment, checks and figures are put in as they are in the window; it is tried, published and printed from here.</source>
        <translation>Eine Lektion als Text: Experiment, Prüfungen und Abbildungen werden eingefügt, wie sie im Fenster sind; von hier wird sie erprobt, veröffentlicht und gedruckt.</translation>
    </message>
    <message>
        <source>Plots of the clamp</source>
        <translation>Diagramme der Spannungsklemme</translation>
    </message>
    <message>
        <source>Gates</source>
        <comment>tab</comment>
        <translation>Tore</translation>
    </message>
    <message>
        <source>Gate curves</source>
        <translation>Torkurven</translation>
    </message>
    <message>
        <source>What the gates do over V: how far each opens and how fast, its rates, the channels that are open, their conductances and what drives their currents. The upright line is the neuron&apos;s V, a ring its gates&apos; aim there, a dot where they are.</source>
        <translation>Was die Tore über V tun: wie weit sich jedes öffnet und wie schnell, seine Raten, die offenen Kanäle, ihre Leitfähigkeiten und was ihre Ströme treibt. Die senkrechte Linie ist V des Neurons, ein Ring das Ziel seiner Tore dort, ein Punkt, wo sie sind.</translation>
    </message>
    <message>
        <source>I–V</source>
        <comment>tab</comment>
        <translation>I–V</translation>
    </message>
    <message>
        <source>Current over voltage (I–V)</source>
        <translation>Strom über Spannung (I–V)</translation>
    </message>
    <message>
        <source>In voltage clamp: the peak and the steady current over the test potential, and how much of a current each potential opens and leaves to be opened. Lines are computed each mV; circles are the steps, the amber line is the chosen one.</source>
        <translation>In der Spannungsklemme: Gipfel und Endwert des Stroms über dem Testpotential, und wie viel von einem Strom jedes Potential öffnet und zu öffnen übrig lässt. Linien sind für jedes mV berechnet; Kreise sind die Stufen, die bernsteinfarbene Linie ist die gewählte.</translation>
    </message>
    <message>
        <source>Tails</source>
        <comment>tab</comment>
        <translation>Tails</translation>
    </message>
    <message>
        <source>Tail currents</source>
        <translation>Tail-Ströme</translation>
    </message>
    <message>
        <source>In voltage clamp: what still flows right after the test, through the channels that it opened, and how fast it falls as they close.</source>
        <translation>In der Spannungsklemme: was gleich nach dem Test noch durch die Kanäle fließt, die er geöffnet hat, und wie schnell es abfällt, während sie schließen.</translation>
    </message>
    <message>
        <source>Recovery</source>
        <comment>tab</comment>
        <translation>Erholung</translation>
    </message>
    <message>
        <source>Recovery between two pulses</source>
        <translation>Erholung zwischen zwei Pulsen</translation>
    </message>
    <message>
        <source>In voltage clamp: how much of a current a second pulse finds again, over the time at holding since the first one.</source>
        <translation>In der Spannungsklemme: wie viel von einem Strom ein zweiter Puls wiederfindet, über der Zeit auf dem Haltepotential seit dem ersten.</translation>
    </message>
    <message>
        <source>Figures, data and scripts, to files or to the clipboard</source>
        <translation>Abbildungen, Daten und Skripte, in Dateien oder in die Zwischenablage</translation>
    </message>
    <message>
        <source>Script…</source>
        <translation>Skript…</translation>
    </message>
    <message>
        <source>This neuron is sealed: numbers do not explain themselves here.</source>
        <translation>Dieses Neuron ist versiegelt: Hier erklären sich keine Zahlen.</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>„%1“ zeigen</translation>
    </message>
    <message>
        <source>Class…</source>
        <translation>Klasse …</translation>
    </message>
    <message>
        <source>The reports of a class, from a folder: who did what, what was expected instead</source>
        <translation>Die Berichte einer Klasse aus einem Ordner: wer was getan hat, was stattdessen erwartet wurde</translation>
    </message>
</context>
<context>
    <name>rheobase::MakeIt</name>
    <message>
        <source>Make it</source>
        <translation>Bringen auf</translation>
    </message>
    <message>
        <source>Wanted value</source>
        <translation>Gewünschter Wert</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>Womit</translation>
    </message>
    <message>
        <source>Find the value that gives this, and set it; Undo takes it back</source>
        <translation>Findet den Wert, der das ergibt, und setzt ihn; Zurücknehmen macht es ungeschehen</translation>
    </message>
    <message>
        <source>Back to the value before</source>
        <translation>Zurück zum Wert davor</translation>
    </message>
    <message>
        <source>by</source>
        <translation>durch</translation>
    </message>
    <message>
        <source>Type the wanted value, with or without its unit.</source>
        <translation>Geben Sie den gewünschten Wert ein, mit oder ohne Einheit.</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Make the %1 %2</source>
        <translation>%1 auf %2 bringen</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Out of reach: %1</source>
        <translation>Nicht zu erreichen: %1</translation>
    </message>
    <message>
        <source>The nearest is %1, at %2.</source>
        <translation>Am nächsten kommt %1, bei %2.</translation>
    </message>
    <message>
        <source>or, with %1 left at %2, by one of</source>
        <translation>oder, wenn %1 bei %2 bleibt, durch eines von</translation>
    </message>
    <message>
        <source>Make it so</source>
        <translation>Ausführen</translation>
    </message>
</context>
<context>
    <name>rheobase::MapPicture</name>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>click: set these values</source>
        <translation>Klick: diese Werte einstellen</translation>
    </message>
</context>
<context>
    <name>rheobase::MapPlot</name>
    <message>
        <source>What goes across</source>
        <translation>Was waagerecht aufgetragen ist</translation>
    </message>
    <message>
        <source>What goes up</source>
        <translation>Was senkrecht aufgetragen ist</translation>
    </message>
    <message>
        <source>What the colour tells</source>
        <translation>Was die Farbe zeigt</translation>
    </message>
    <message>
        <source>Parameter map</source>
        <translation>Parameterkarte</translation>
    </message>
    <message>
        <source>over</source>
        <translation>über</translation>
    </message>
    <message>
        <source>This model has no spikes.</source>
        <translation>Dieses Modell hat keine Spikes.</translation>
    </message>
    <message>
        <source>No map of these axes: %1</source>
        <translation>Keine Karte über diesen Achsen: %1</translation>
    </message>
    <message>
        <source>%1 neurons, each from rest under a lasting current for %2.</source>
        <translation>%1 Neuronen, jedes aus der Ruhe unter Dauerstrom, %2 lang.</translation>
    </message>
    <message>
        <source>The ring: if %1 lasted.</source>
        <translation>Der Ring: wenn %1 anhielten.</translation>
    </message>
</context>
<context>
    <name>rheobase::Markers</name>
    <message>
        <source>Marker %1 at %2</source>
        <translation>Marke %1 bei %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>marker %1 at %2</source>
        <translation>Marke %1 bei %2</translation>
    </message>
    <message>
        <source>Marker %1 at %2; Delete takes it away</source>
        <translation>Marke %1 bei %2; Entf nimmt sie weg</translation>
    </message>
</context>
<context>
    <name>rheobase::MeasuredPanel</name>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>This model has no spikes.</source>
        <translation>Dieses Modell hat keine Spikes.</translation>
    </message>
    <message>
        <source>searching …</source>
        <translation>wird gesucht …</translation>
    </message>
    <message>
        <source>none: graded</source>
        <translation>keine: abgestuft</translation>
    </message>
</context>
<context>
    <name>rheobase::ModeSwitch</name>
    <message>
        <source>Current clamp</source>
        <translation>Stromklemme</translation>
    </message>
    <message>
        <source>Voltage clamp</source>
        <translation>Spannungsklemme</translation>
    </message>
    <message>
        <source>What the electrode does</source>
        <translation>Was die Elektrode tut</translation>
    </message>
    <message>
        <source>The electrode injects a current, and V is free</source>
        <translation>Die Elektrode injiziert einen Strom, und V ist frei</translation>
    </message>
    <message>
        <source>The electrode takes whatever current keeps V as commanded</source>
        <translation>Die Elektrode nimmt den Strom, der V auf dem Kommando hält</translation>
    </message>
</context>
<context>
    <name>rheobase::MysteryCard</name>
    <message>
        <source>Easy</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>%1 (%2) is about …</source>
        <translation>%1 (%2) ist etwa …</translation>
    </message>
    <message>
        <source>Mystery neuron: %1</source>
        <translation>Unbekanntes Neuron: %1</translation>
    </message>
    <message>
        <source>What is sealed was drawn for you. Inject what you like, and find it out.</source>
        <translation>Was versiegelt ist, wurde für Sie ausgelost. Injizieren Sie, was Sie wollen, und finden Sie es heraus.</translation>
    </message>
    <message>
        <source>Against the clock</source>
        <translation>Gegen die Uhr</translation>
    </message>
    <message>
        <source>Mystery neuron</source>
        <translation>Unbekanntes Neuron</translation>
    </message>
    <message>
        <source>Model of the mystery neuron</source>
        <translation>Modell des unbekannten Neurons</translation>
    </message>
    <message>
        <source>How much of it is sealed</source>
        <translation>Wie viel davon versiegelt ist</translation>
    </message>
    <message>
        <source>Seal one</source>
        <translation>Eines versiegeln</translation>
    </message>
    <message>
        <source>Begins with a new neuron each time</source>
        <translation>Beginnt jedes Mal mit einem neuen Neuron</translation>
    </message>
    <message>
        <source>Sealed: %1</source>
        <translation>Versiegelt: %1</translation>
    </message>
    <message>
        <source>No file can be written at %1: %2</source>
        <translation>Unter %1 lässt sich keine Datei schreiben: %2</translation>
    </message>
</context>
<context>
    <name>rheobase::NextCard</name>
    <message>
        <source>today at %1</source>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <translation>gestern um %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>Continue where you stopped, %1</source>
        <translation>Weitermachen, wo Sie aufgehört haben, %1</translation>
    </message>
    <message>
        <source>Done, %1</source>
        <translation>Fertig, %1</translation>
    </message>
    <message>
        <source>Not begun yet · %1</source>
        <translation>Noch nicht begonnen · %1</translation>
    </message>
    <message>
        <source>step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
</context>
<context>
    <name>rheobase::Notice</name>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
</context>
<context>
    <name>rheobase::Page</name>
    <message>
        <source>Back to the neuron</source>
        <translation>Zurück zum Neuron</translation>
    </message>
    <message>
        <source>Leaves this page; the neuron goes on as it was (Esc)</source>
        <translation>Verlässt diese Seite; das Neuron macht weiter, wie es war (Esc)</translation>
    </message>
</context>
<context>
    <name>rheobase::PhasePicture</name>
    <message>
        <source>d%1/dt = 0</source>
        <translation>d%1/dt = 0</translation>
    </message>
</context>
<context>
    <name>rheobase::PhasePlot</name>
    <message>
        <source>Vertical axis</source>
        <translation>Senkrechte Achse</translation>
    </message>
    <message>
        <source>What goes up</source>
        <translation>Was senkrecht aufgetragen ist</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagerechte Achse</translation>
    </message>
    <message>
        <source>What goes across</source>
        <translation>Was waagerecht aufgetragen ist</translation>
    </message>
    <message>
        <source>Other states</source>
        <translation>Übrige Zustände</translation>
    </message>
    <message>
        <source>What the states do that are not shown</source>
        <translation>Was die Zustände tun, die nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Tail</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>How much of the past is shown</source>
        <translation>Wie viel Vergangenheit gezeigt wird</translation>
    </message>
    <message>
        <source>as they are now</source>
        <translation>wie gerade jetzt</translation>
    </message>
    <message>
        <source>at their steady state</source>
        <translation>im stationären Zustand</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>letzte %1</translation>
    </message>
    <message>
        <source>over</source>
        <translation>über</translation>
    </message>
    <message>
        <source>Phase plane: %1 over %2</source>
        <translation>Phasenebene: %1 über %2</translation>
    </message>
    <message>
        <source>click: set the state</source>
        <translation>Klick: Zustand setzen</translation>
    </message>
    <message>
        <source>λ = %1</source>
        <translation>λ = %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Hopf bifurcation at %1 (%2)</source>
        <translation>Hopf-Bifurkation bei %1 (%2)</translation>
    </message>
    <message>
        <source>Saddle-node bifurcation at %1</source>
        <translation>Sattel-Knoten-Bifurkation bei %1</translation>
    </message>
    <message>
        <source>Fixed point at %1: %2</source>
        <translation>Fixpunkt bei %1: %2</translation>
    </message>
    <message>
        <source>No fixed point</source>
        <translation>Kein Fixpunkt</translation>
    </message>
</context>
<context>
    <name>rheobase::PlotView</name>
    <message>
        <source>Figure…</source>
        <translation>Abbildung…</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>Abbildung kopieren</translation>
    </message>
    <message>
        <source>Data as CSV…</source>
        <translation>Daten als CSV…</translation>
    </message>
</context>
<context>
    <name>rheobase::Predictor</name>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Draw what you expect on the axes of a plot, before the run shows it (P)</source>
        <translation>Zeichnen, was Sie erwarten, auf die Achsen eines Diagramms, bevor der Lauf es zeigt (P)</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
</context>
<context>
    <name>rheobase::Presentation</name>
    <message>
        <source>What is shown, and how</source>
        <translation>Was gezeigt wird, und wie</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>spikes</source>
        <translation>Spikes</translation>
    </message>
    <message>
        <source>Membrane potential</source>
        <translation>Membranpotential</translation>
    </message>
</context>
<context>
    <name>rheobase::Progress</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 von %2 Schritten</translation>
    </message>
</context>
<context>
    <name>rheobase::ProgressBar</name>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 von %2 Schritten geschafft</translation>
    </message>
</context>
<context>
    <name>rheobase::ProseView</name>
    <message>
        <source>Drag sideways to change it; ↑ and ↓ where Tab has come to it</source>
        <translation>Seitwärts ziehen, um es zu ändern; ↑ und ↓, wenn Tab darauf steht</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>rheobase::QuantityEditor</name>
    <message>
        <source> in %1</source>
        <translation> in %1</translation>
    </message>
    <message>
        <source>%1, value</source>
        <translation>%1, Wert</translation>
    </message>
    <message>
        <source>Type a value; 50+5 and 20/3 are computed; +=5, -=5, *2 and /2 change the present one</source>
        <translation>Wert eingeben; 50+5 und 20/3 werden ausgerechnet; +=5, -=5, *2 und /2 ändern den jetzigen</translation>
    </message>
    <message>
        <source>“%1” is not a number%2; try 12.5, 50+5, 20/3, +=5, -=5, *2 or /2.</source>
        <translation>»%1« ist keine Zahl%2; möglich sind 12,5, 50+5, 20/3, +=5, -=5, *2 oder /2.</translation>
    </message>
    <message>
        <source>Pinned: stays in a presentation; click to unpin</source>
        <translation>Angeheftet: bleibt in einer Vorführung; Klick löst es</translation>
    </message>
    <message>
        <source>Pin: keeps this slider in a presentation</source>
        <translation>Anheften: behält diesen Regler in einer Vorführung</translation>
    </message>
</context>
<context>
    <name>rheobase::QuantityPanel</name>
    <message>
        <source>Membrane</source>
        <translation>Membran</translation>
    </message>
    <message>
        <source>(one spike)</source>
        <translation>(ein Spike)</translation>
    </message>
    <message>
        <source>(lasting firing)</source>
        <translation>(Dauerfeuern)</translation>
    </message>
    <message>
        <source>none: graded</source>
        <translation>keine: abgestuft</translation>
    </message>
    <message>
        <source>Sealed: %1</source>
        <translation>Versiegelt: %1</translation>
    </message>
</context>
<context>
    <name>rheobase::QuantitySlider</name>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
</context>
<context>
    <name>rheobase::RateHistoryPicture</name>
    <message>
        <source>Instantaneous firing rate (Hz)</source>
        <translation>Momentane Feuerrate (Hz)</translation>
    </message>
    <message>
        <source>time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
</context>
<context>
    <name>rheobase::RatePicture</name>
    <message>
        <source>closed form</source>
        <translation>geschlossene Formel</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Firing rate (Hz)</source>
        <translation>Feuerrate (Hz)</translation>
    </message>
    <message>
        <source>injected current I (%1)</source>
        <translation>injizierter Strom I (%1)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>rheobase</source>
        <translation>Rheobase</translation>
    </message>
    <message>
        <source>one spike</source>
        <translation>ein Spike</translation>
    </message>
    <message>
        <source>lasting firing</source>
        <translation>Dauerfeuern</translation>
    </message>
    <message>
        <source>I = %1</source>
        <translation>I = %1</translation>
    </message>
    <message>
        <source>rate = %1</source>
        <translation>Rate = %1</translation>
    </message>
    <message>
        <source>if %1 lasted</source>
        <translation>wenn %1 anhielten</translation>
    </message>
    <message>
        <source>oscillation below the spike level</source>
        <translation>Schwingung unter dem Spike-Niveau</translation>
    </message>
</context>
<context>
    <name>rheobase::RatePlot</name>
    <message>
        <source>Firing rate over injected current</source>
        <translation>Feuerrate über dem injizierten Strom</translation>
    </message>
    <message>
        <source>How the rate is read</source>
        <translation>Wie die Rate bestimmt wird</translation>
    </message>
    <message>
        <source>rate by last interval</source>
        <translation>Rate aus letztem Intervall</translation>
    </message>
    <message>
        <source>rate by spike count</source>
        <translation>Rate aus Spikezahl</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this curve as a ghost to compare with</source>
        <translation>Diese Kurve zum Vergleich stehen lassen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Take all ghosts away</source>
        <translation>Alle behaltenen Kurven entfernen</translation>
    </message>
    <message>
        <source>Type II onset: firing begins at %1</source>
        <translation>Typ-II-Einsatz: Das Feuern beginnt bei %1</translation>
    </message>
    <message>
        <source>Type I onset: rates begin at zero</source>
        <translation>Typ-I-Einsatz: Die Raten beginnen bei null</translation>
    </message>
    <message>
        <source>This model has no spikes.</source>
        <translation>Dieses Modell hat keine Spikes.</translation>
    </message>
    <message>
        <source>From rest, under a lasting current for %1.</source>
        <translation>Aus der Ruhe, unter Dauerstrom, %1 lang.</translation>
    </message>
    <message>
        <source>From %1 on it oscillates at %2, below the spike level (dashed): that is no firing.</source>
        <translation>Ab %1 schwingt es mit %2 unter dem Spike-Niveau (gestrichelt): das ist kein Feuern.</translation>
    </message>
</context>
<context>
    <name>rheobase::ReadingQuestion</name>
    <message>
        <source>Which is “%1”?</source>
        <translation>Was ist »%1«?</translation>
    </message>
</context>
<context>
    <name>rheobase::ReportCard</name>
    <message>
        <source>may stay empty</source>
        <translation>darf leer bleiben</translation>
    </message>
    <message>
        <source>A name of your own choice; it stands in your report and nowhere else</source>
        <translation>Ein Name deiner Wahl; er steht in deinem Bericht und sonst nirgends</translation>
    </message>
    <message>
        <source>&amp;Name or pseudonym</source>
        <translation>&amp;Name oder Pseudonym</translation>
    </message>
    <message>
        <source>Name or pseudonym in your report</source>
        <translation>Name oder Pseudonym in deinem Bericht</translation>
    </message>
    <message>
        <source>Tell how long I took for each step</source>
        <translation>Mitteilen, wie lange ich für jeden Schritt brauchte</translation>
    </message>
    <message>
        <source>Off: no times are written into your report</source>
        <translation>Aus: In deinem Bericht stehen keine Zeiten</translation>
    </message>
</context>
<context>
    <name>rheobase::ReportFile</name>
    <message>
        <source>The report “%1” cannot be written: %2.</source>
        <translation>Der Bericht „%1“ kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>rheobase::Ruler</name>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Measure a stretch by dragging over it (M; with Shift at any time). Return measures between the cursors</source>
        <translation>Eine Strecke messen, indem man darüberzieht (M; mit Umschalt jederzeit). Die Eingabetaste misst zwischen den Cursorn</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>Rate %1</translation>
    </message>
    <message>
        <source>   mean 1/ISI %1</source>
        <translation>   mittleres 1/ISI %1</translation>
    </message>
    <message>
        <source>Duration %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>Spikes %1   </source>
        <translation>Spikes %1   </translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>mean %1 = %2</source>
        <translation>Mittel %1 = %2</translation>
    </message>
    <message>
        <source>mean %1: rows have been thinned</source>
        <translation>Mittel %1: Zeilen sind ausgedünnt</translation>
    </message>
    <message>
        <source>Ruler: </source>
        <translation>Lineal: </translation>
    </message>
</context>
<context>
    <name>rheobase::SamplesView</name>
    <message>
        <source>The piece of the trace that it was measured of</source>
        <translation>Das Stück der Spur, an dem gemessen wurde</translation>
    </message>
</context>
<context>
    <name>rheobase::Scenery</name>
    <message>
        <source>Leave the lesson</source>
        <translation>Lektion verlassen</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>am Anfang</translation>
    </message>
    <message>
        <source>a solution</source>
        <translation>eine Lösung</translation>
    </message>
    <message>
        <source>your prediction</source>
        <translation>Ihre Vorhersage</translation>
    </message>
</context>
<context>
    <name>rheobase::ScopeBar</name>
    <message>
        <source>Time base</source>
        <translation>Zeitbasis</translation>
    </message>
    <message>
        <source>How the plots follow the run</source>
        <translation>Wie die Diagramme dem Lauf folgen</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>On spike</source>
        <translation>Je Spike</translation>
    </message>
    <message>
        <source>On level ↗</source>
        <translation>Je Pegel ↗</translation>
    </message>
    <message>
        <source>On level ↘</source>
        <translation>Je Pegel ↘</translation>
    </message>
    <message>
        <source>On onset</source>
        <translation>Je Reiz</translation>
    </message>
    <message>
        <source>The plots scroll with the run</source>
        <translation>Die Diagramme rollen mit dem Lauf</translation>
    </message>
    <message>
        <source>The trace is overwritten in place, from left to right</source>
        <translation>Die Spur wird am Ort überschrieben, von links nach rechts</translation>
    </message>
    <message>
        <source>Each spike begins a sweep, and stands at t = 0</source>
        <translation>Jeder Spike beginnt einen Durchgang und steht bei t = 0</translation>
    </message>
    <message>
        <source>Each onset of the stimulus begins a sweep, and stands at t = 0</source>
        <translation>Jeder Beginn des Stimulus beginnt einen Durchgang und steht bei t = 0</translation>
    </message>
    <message>
        <source>After a sweep</source>
        <translation>Nach einem Durchgang</translation>
    </message>
    <message>
        <source>What follows a sweep</source>
        <translation>Was auf einen Durchgang folgt</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>The next event; after a while without one, a sweep all the same</source>
        <translation>Das nächste Ereignis; bleibt es aus, nach einer Weile trotzdem ein Durchgang</translation>
    </message>
    <message>
        <source>The next event; until then the last sweep stays</source>
        <translation>Das nächste Ereignis; bis dahin bleibt der letzte Durchgang</translation>
    </message>
    <message>
        <source>One sweep, which stays until the trigger is armed again</source>
        <translation>Ein Durchgang; er bleibt, bis der Auslöser wieder bereit gemacht wird</translation>
    </message>
    <message>
        <source>Sweeps that stay</source>
        <translation>Bleibende Durchgänge</translation>
    </message>
    <message>
        <source>How many sweeps stay, fading</source>
        <translation>Wie viele Durchgänge bleiben und verblassen</translation>
    </message>
    <message>
        <source>Mean of the sweeps</source>
        <translation>Mittel der Durchgänge</translation>
    </message>
    <message>
        <source>Shows the mean of the sweeps that stay</source>
        <translation>Zeigt das Mittel der bleibenden Durchgänge</translation>
    </message>
    <message>
        <source>Arm the trigger</source>
        <translation>Auslöser bereit machen</translation>
    </message>
    <message>
        <source>Forgets the sweeps and waits for the next event</source>
        <translation>Vergisst die Durchgänge und wartet auf das nächste Ereignis</translation>
    </message>
    <message>
        <source>Fix the range of the potential</source>
        <translation>Potentialbereich festhalten</translation>
    </message>
    <message>
        <source>Keeps the range of the potential as it is now; off: it fits what is shown. Shift and the wheel zoom it</source>
        <translation>Hält den Bereich des Potentials fest, wie er jetzt ist; aus: er passt sich an. Umschalt und Mausrad vergrößern ihn</translation>
    </message>
    <message>
        <source>Shorter window</source>
        <translation>Kürzeres Fenster</translation>
    </message>
    <message>
        <source>Shows a shorter time; so does the wheel</source>
        <translation>Zeigt eine kürzere Zeit; auch mit dem Mausrad</translation>
    </message>
    <message>
        <source>The time that the plots show</source>
        <translation>Die Zeit, die die Diagramme zeigen</translation>
    </message>
    <message>
        <source>Longer window</source>
        <translation>Längeres Fenster</translation>
    </message>
    <message>
        <source>Shows a longer time; so does the wheel</source>
        <translation>Zeigt eine längere Zeit; auch mit dem Mausrad</translation>
    </message>
    <message>
        <source>The potential passing a level upwards begins a sweep, once it has been up to 10 mV below; drag the level in the plot</source>
        <translation>Überschreitet das Potential einen Pegel, so beginnt ein Durchgang, sofern es zuvor bis zu 10 mV darunter war; der Pegel lässt sich im Diagramm ziehen</translation>
    </message>
    <message>
        <source>The potential passing a level downwards begins a sweep, once it has been up to 10 mV above; drag the level in the plot</source>
        <translation>Unterschreitet das Potential einen Pegel, so beginnt ein Durchgang, sofern es zuvor bis zu 10 mV darüber war; der Pegel lässt sich im Diagramm ziehen</translation>
    </message>
</context>
<context>
    <name>rheobase::ScriptDialog</name>
    <message>
        <source>What is written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>What the script leaves out</source>
        <translation>Was im Skript fehlt</translation>
    </message>
    <message>
        <source>The script</source>
        <translation>Das Skript</translation>
    </message>
    <message>
        <source>Export script</source>
        <translation>Skript exportieren</translation>
    </message>
    <message>
        <source>The program that the script is for</source>
        <translation>Das Programm, für das das Skript ist</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>Das Skript sichern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the script as text</source>
        <translation>Das Skript als Text kopieren</translation>
    </message>
    <message>
        <source>The expected spikes are being computed…</source>
        <translation>Die erwarteten Spikes werden berechnet…</translation>
    </message>
    <message>
        <source>Written “%1”</source>
        <translation>„%1“ geschrieben</translation>
    </message>
    <message>
        <source>Script copied</source>
        <translation>Skript kopiert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>rheobase::Session</name>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>The run stopped at %1: %2. %3</source>
        <translation>Der Lauf brach bei %1 ab: %2. %3</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 setzen</translation>
    </message>
    <message>
        <source>No spike within %1: inject more current, and try again.</source>
        <translation>Kein Spike innerhalb von %1: injizieren Sie mehr Strom und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>rheobase::Shelf</name>
    <message>
        <source>first steps</source>
        <translation>erste Schritte</translation>
    </message>
    <message>
        <source>course</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>advanced</source>
        <translation>fortgeschritten</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>rheobase::ShortCourseCard</name>
    <message>
        <source>Lessons with a dot belong to the short course</source>
        <translation>Lektionen mit einem Punkt gehören zum Kurzkurs</translation>
    </message>
    <message>
        <source>Short course</source>
        <translation>Kurzkurs</translation>
    </message>
    <message>
        <source>From one membrane to the squid axon.</source>
        <translation>Von einer Membran zum Riesenaxon des Tintenfischs.</translation>
    </message>
</context>
<context>
    <name>rheobase::SketchBench</name>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger; off: bend the line at its handles</source>
        <translation>Mit Maus, Stift oder Finger zeichnen; aus: die Linie an ihren Griffen biegen</translation>
    </message>
    <message>
        <source>Last stroke</source>
        <translation>Letzter Strich</translation>
    </message>
    <message>
        <source>Take the last stroke back (Backspace)</source>
        <translation>Nimmt den letzten Strich zurück (Rücktaste)</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Take all away</source>
        <translation>Nimmt alles weg</translation>
    </message>
    <message>
        <source>That is my prediction</source>
        <translation>Das sage ich vorher</translation>
    </message>
    <message>
        <source>Back to the plots</source>
        <translation>Zurück zu den Diagrammen</translation>
    </message>
    <message>
        <source>Draw to the right edge, then:</source>
        <translation>Bis zum rechten Rand zeichnen, dann:</translation>
    </message>
    <message>
        <source>Draw the path from the ring, then:</source>
        <translation>Den Weg vom Ring aus zeichnen, dann:</translation>
    </message>
    <message>
        <source>Your prediction is frozen; the run lies over it.</source>
        <translation>Ihre Vorhersage ist festgehalten; der Lauf liegt darüber.</translation>
    </message>
</context>
<context>
    <name>rheobase::SketchPlot</name>
    <message>
        <source>time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>Firing rate (Hz)</source>
        <translation>Feuerrate (Hz)</translation>
    </message>
    <message>
        <source>given</source>
        <translation>gegeben</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>der Lauf</translation>
    </message>
    <message>
        <source>your prediction</source>
        <translation>Ihre Vorhersage</translation>
    </message>
    <message>
        <source>nothing drawn yet</source>
        <translation>noch nichts gezeichnet</translation>
    </message>
    <message>
        <source>a path is drawn</source>
        <translation>ein Weg ist gezeichnet</translation>
    </message>
    <message>
        <source>drawn to the end</source>
        <translation>bis zum Ende gezeichnet</translation>
    </message>
    <message>
        <source>drawn to %1 of %2</source>
        <translation>gezeichnet bis %1 von %2</translation>
    </message>
    <message>
        <source>Handle %1 of %2: %3 at %4</source>
        <translation>Griff %1 von %2: %3 bei %4</translation>
    </message>
    <message>
        <source>Your prediction, frozen</source>
        <translation>Ihre Vorhersage, festgehalten</translation>
    </message>
    <message>
        <source>Draw what you expect</source>
        <translation>Zeichnen Sie, was Sie erwarten</translation>
    </message>
    <message>
        <source>Start at the ring. A new stroke goes on from the line.</source>
        <translation>Beginnen Sie am Ring. Ein neuer Strich setzt die Linie fort.</translation>
    </message>
    <message>
        <source>Start at the ring. Drawing over a part corrects it.</source>
        <translation>Beginnen Sie am Ring. Übermalen verbessert.</translation>
    </message>
    <message>
        <source>Start at the left edge. Drawing over a part corrects it.</source>
        <translation>Beginnen Sie am linken Rand. Übermalen verbessert.</translation>
    </message>
</context>
<context>
    <name>rheobase::SketchesPlot</name>
    <message>
        <source>sketches</source>
        <translation>Zeichnungen</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>the neuron</source>
        <translation>das Neuron</translation>
    </message>
    <message>
        <source>%1: %2 sketches of step %3</source>
        <translation>%1: %2 Zeichnungen zu Schritt %3</translation>
    </message>
</context>
<context>
    <name>rheobase::SpeedField</name>
    <message>
        <source>What a second shows</source>
        <translation>Was eine Sekunde zeigt</translation>
    </message>
    <message>
        <source>How much of the neuron&apos;s life a second shows; type another, such as 70 ms, 2 s or max</source>
        <translation>Wie viel vom Leben des Neurons eine Sekunde zeigt; tippen Sie etwas anderes, etwa 70 ms, 2 s oder max</translation>
    </message>
    <message>
        <source>Type a time between %1 and %2 that a second shall show, or max.</source>
        <translation>Tippen Sie eine Zeit zwischen %1 und %2, die eine Sekunde zeigen soll, oder max.</translation>
    </message>
</context>
<context>
    <name>rheobase::SpikeTable</name>
    <message>
        <source>#</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Number of the spike since the start of the run</source>
        <translation>Nummer des Spikes seit dem Beginn des Laufs</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>ISI</source>
        <translation>ISI</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Ampl.</source>
        <translation>Ampl.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>AHP</source>
        <translation>AHP</translation>
    </message>
    <message>
        <source>dV/dt</source>
        <translation>dV/dt</translation>
    </message>
</context>
<context>
    <name>rheobase::SpikesPanel</name>
    <message>
        <source>This model has no spikes.</source>
        <translation>Dieses Modell hat keine Spikes.</translation>
    </message>
    <message>
        <source>Histogram of inter-spike intervals</source>
        <translation>Histogramm der Inter-Spike-Intervalle</translation>
    </message>
    <message>
        <source>Firing rate over time</source>
        <translation>Feuerrate über der Zeit</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Spikes</translation>
    </message>
    <message>
        <source>Mean rate</source>
        <translation>Mittlere Rate</translation>
    </message>
    <message>
        <source>CV</source>
        <translation>CV</translation>
    </message>
    <message>
        <source>Adaptation</source>
        <translation>Adaptation</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>%1 spikes, mean rate %2, CV %3, adaptation index %4</source>
        <translation>%1 Spikes, mittlere Rate %2, CV %3, Adaptationsindex %4</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>1 Zeile kopiert</translation>
    </message>
    <message>
        <source>%1 rows copied</source>
        <translation>%1 Zeilen kopiert</translation>
    </message>
</context>
<context>
    <name>rheobase::StatusLine</name>
    <message>
        <source>Model time since the start of the run</source>
        <translation>Modellzeit seit Beginn des Laufs</translation>
    </message>
    <message>
        <source>Spikes since the start of the run</source>
        <translation>Spikes seit Beginn des Laufs</translation>
    </message>
    <message>
        <source>The solver and its step size</source>
        <translation>Das Verfahren und seine Schrittweite</translation>
    </message>
    <message>
        <source>Model time a second, as achieved</source>
        <translation>Erreichte Modellzeit je Sekunde</translation>
    </message>
    <message>
        <source>Rows of the trace that had to be given up to bound the memory</source>
        <translation>Frühere Zeilen der Aufzeichnung mussten aufgegeben werden, um den Speicher zu begrenzen</translation>
    </message>
    <message>
        <source>Seed of the noise: the same seed gives the same run</source>
        <translation>Startwert des Rauschens: Gleicher Startwert ergibt den gleichen Lauf</translation>
    </message>
    <message>
        <source>%1 spikes</source>
        <translation>Spikes: %1</translation>
    </message>
    <message>
        <source>not firing</source>
        <translation>feuert nicht</translation>
    </message>
    <message>
        <source>%1 · Δt %2</source>
        <translation>%1 · Δt %2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>stopped: diverged</source>
        <translation>abgebrochen: divergiert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>reaches %1 of %2</source>
        <translation>erreicht %1 von %2</translation>
    </message>
    <message>
        <source>running at %1</source>
        <translation>läuft mit %1</translation>
    </message>
    <message>
        <source>every sample since %1</source>
        <translation>jeder Wert seit %1</translation>
    </message>
    <message>
        <source>%1, outlines since %2</source>
        <translation>%1, Umrisse seit %2</translation>
    </message>
    <message>
        <source>What was done last</source>
        <translation>Was zuletzt getan wurde</translation>
    </message>
    <message>
        <source>%1 spike</source>
        <translation>%1 Spike</translation>
    </message>
    <message>
        <source>The family of test potentials</source>
        <translation>Die Schar der Testpotentiale</translation>
    </message>
    <message>
        <source>%1 step of %2</source>
        <translation>%1 Stufe von %2</translation>
    </message>
    <message>
        <source>%1 steps of %2</source>
        <translation>%1 Stufen von %2</translation>
    </message>
    <message>
        <source>gates in closed form</source>
        <translation>Tore in geschlossener Form</translation>
    </message>
</context>
<context>
    <name>rheobase::StepsField</name>
    <message>
        <source>Test potentials</source>
        <translation>Testpotentiale</translation>
    </message>
    <message>
        <source>Test potentials in %1</source>
        <translation>Testpotentiale in %1</translation>
    </message>
    <message>
        <source>A list, −40, −20, 0, or from:to:count: −40:60:11 are eleven steps from −40 to 60 mV</source>
        <translation>Eine Liste, −40; −20; 0, oder von:bis:Anzahl: −40:60:11 sind elf Stufen von −40 bis 60 mV</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Stufe</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Stufen</translation>
    </message>
</context>
<context>
    <name>rheobase::StimulusPanel</name>
    <message>
        <source>Show or hide the solver&apos;s settings</source>
        <translation>Die Einstellungen des Verfahrens zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Stimulus</source>
        <translation>Stimulus</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>+ Add a shape</source>
        <translation>+ Form hinzufügen</translation>
    </message>
    <message>
        <source>Adds a shape to the stimulus: the currents add up</source>
        <translation>Fügt dem Stimulus eine Form hinzu: Die Ströme addieren sich</translation>
    </message>
    <message>
        <source>Injected while Space is held</source>
        <translation>Injektion bei Leertaste</translation>
    </message>
    <message>
        <source>Shape of the stimulus</source>
        <translation>Form des Stimulus</translation>
    </message>
    <message>
        <source>Remove this shape</source>
        <translation>Diese Form entfernen</translation>
    </message>
    <message>
        <source>Input current</source>
        <translation>Eingangsstrom</translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <translation>Art des Rauschens</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>Startwert des Rauschens</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Anderer</translation>
    </message>
    <message>
        <source>Takes another seed: another noise with the same statistics</source>
        <translation>Nimmt einen anderen Startwert: anderes Rauschen mit gleicher Statistik</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>rheobase, one spike</source>
        <translation>Rheobase, ein Spike</translation>
    </message>
    <message>
        <source>rheobase</source>
        <translation>Rheobase</translation>
    </message>
    <message>
        <source>rheobase, lasting firing</source>
        <translation>Rheobase, Dauerfeuern</translation>
    </message>
    <message>
        <source>rheobase %1</source>
        <translation>Rheobase %1</translation>
    </message>
    <message>
        <source>Initial potential (at restart)</source>
        <translation>Anfangspotential (bei Neustart)</translation>
    </message>
    <message>
        <source>Duration (commands, files)</source>
        <translation>Dauer (Befehle, Dateien)</translation>
    </message>
    <message>
        <source>no rheobase: graded</source>
        <translation>keine Rheobase: abgestuft</translation>
    </message>
    <message>
        <source>threshold of a pulse of %1</source>
        <translation>Schwelle eines Pulses von %1</translation>
    </message>
    <message>
        <source>threshold of %1: %2</source>
        <translation>Schwelle für %1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Held for a step; the threshold is lowered for what passes it in between. Rates are right for Δt up to %1.</source>
        <translation>Für einen Schritt gehalten; die Schwelle ist gesenkt für das, was sie dazwischen überschreitet. Raten stimmen für Δt bis %1.</translation>
    </message>
    <message>
        <source>Held for a step: counts of spikes are right for Δt up to %1.</source>
        <translation>Für einen Schritt gehalten: Spikezahlen stimmen für Δt bis %1.</translation>
    </message>
    <message>
        <source>fires without input</source>
        <translation>feuert ohne Eingang</translation>
    </message>
    <message>
        <source>Repeat the stimulus</source>
        <translation>Stimulus wiederholen</translation>
    </message>
    <message>
        <source>Repeat every</source>
        <translation>Wiederholen alle</translation>
    </message>
    <message>
        <source>The stimulus begins again and again, so that what it does is seen without a restart; what lasts, lasts</source>
        <translation>Der Stimulus beginnt immer wieder von vorn, sodass seine Wirkung ohne Neustart zu sehen ist; was dauert, dauert an</translation>
    </message>
    <message>
        <source>Nothing ends here that could begin again: choose a step, pulses, a ramp or a sine</source>
        <translation>Hier endet nichts, was neu beginnen könnte: Stufe, Pulse, Rampe oder Sinus wählen</translation>
    </message>
    <message>
        <source>A pulse by hand: this current is added for as long as Space or the button is held</source>
        <translation>Ein Puls von Hand: dieser Strom kommt hinzu, solange die Leertaste oder der Knopf gehalten wird</translation>
    </message>
</context>
<context>
    <name>rheobase::StrengthPicture</name>
    <message>
        <source>pulse width t (ms)</source>
        <translation>Pulsdauer t (ms)</translation>
    </message>
    <message>
        <source>Threshold I</source>
        <translation>Schwelle I</translation>
    </message>
    <message>
        <source>Threshold I (%1)</source>
        <translation>Schwelle I (%1)</translation>
    </message>
    <message>
        <source>Lapicque</source>
        <translation>Lapicque</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>rheobase %1</source>
        <translation>Rheobase %1</translation>
    </message>
    <message>
        <source>2 × rheobase</source>
        <translation>2 × Rheobase</translation>
    </message>
    <message>
        <source>chronaxie %1</source>
        <translation>Chronaxie %1</translation>
    </message>
    <message>
        <source>width %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>charge %1</source>
        <translation>Ladung %1</translation>
    </message>
</context>
<context>
    <name>rheobase::StrengthPlot</name>
    <message>
        <source>Threshold current over pulse width</source>
        <translation>Schwellenstrom über der Pulsdauer</translation>
    </message>
    <message>
        <source>no spikes</source>
        <translation>keine Spikes</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>wird berechnet…</translation>
    </message>
    <message>
        <source>no threshold</source>
        <translation>keine Schwelle</translation>
    </message>
    <message>
        <source>This model has no spikes and so no threshold.</source>
        <translation>Dieses Modell hat keine Spikes und daher keine Schwelle.</translation>
    </message>
    <message>
        <source>Pulses from rest: the least that makes a spike is searched for each width.</source>
        <translation>Pulse aus der Ruhe: Zu jeder Dauer wird der schwächste gesucht, der einen Spike auslöst.</translation>
    </message>
    <message>
        <source>No pulse makes this neuron fire.</source>
        <translation>Kein Puls bringt dieses Neuron zum Feuern.</translation>
    </message>
    <message>
        <source>This neuron fires by itself: it needs no pulse.</source>
        <translation>Dieses Neuron feuert von selbst: Es braucht keinen Puls.</translation>
    </message>
    <message>
        <source>Without a leak every current is enough in time: what counts is the charge, %1.</source>
        <translation>Ohne Leck genügt mit der Zeit jeder Strom: Es zählt die Ladung, %1.</translation>
    </message>
    <message>
        <source>Rheobase %1</source>
        <translation>Rheobase %1</translation>
    </message>
    <message>
        <source>Rheobase %1, chronaxie %2</source>
        <translation>Rheobase %1, Chronaxie %2</translation>
    </message>
    <message>
        <source>Charge of a pulse of %1: %2</source>
        <translation>Ladung eines Pulses von %1: %2</translation>
    </message>
    <message>
        <source>The pulse of %1 and %2: %3 × threshold</source>
        <translation>Der Puls von %1 und %2: %3 × Schwelle</translation>
    </message>
    <message>
        <source>A click injects a pulse of that width and current.</source>
        <translation>Ein Klick injiziert einen Puls dieser Dauer und Stärke.</translation>
    </message>
    <message>
        <source>Inject a pulse of %1 and %2</source>
        <translation>Puls von %1 und %2 injizieren</translation>
    </message>
    <message>
        <source>None: graded. A stronger pulse makes a higher response; none is all or none, and so there is no threshold.</source>
        <translation>Keine: abgestuft. Ein stärkerer Puls gibt eine höhere Antwort; keine folgt dem Alles-oder-nichts-Gesetz, also gibt es keine Schwelle.</translation>
    </message>
</context>
<context>
    <name>rheobase::TestPotentials</name>
    <message>
        <source>“%1” is not a potential; try −40, −20, 0 or −40:60:11.</source>
        <translation>„%1“ ist kein Potential; versuchen Sie −40; −20; 0 oder −40:60:11.</translation>
    </message>
    <message>
        <source>%1 steps are more than the %2 that can be told apart over one another; leave some out.</source>
        <translation>%1 Stufen sind mehr als die %2, die sich übereinander unterscheiden lassen; lassen Sie einige weg.</translation>
    </message>
    <message>
        <source>Write from, to and how many: −40:60:11 are eleven steps from −40 to 60 mV.</source>
        <translation>Schreiben Sie von, bis und wie viele: −40:60:11 sind elf Stufen von −40 bis 60 mV.</translation>
    </message>
    <message>
        <source>Name at least one test potential, such as −20.</source>
        <translation>Nennen Sie mindestens ein Testpotential, etwa −20.</translation>
    </message>
</context>
<context>
    <name>rheobase::Timebase</name>
    <message>
        <source>○ armed</source>
        <translation>○ bereit</translation>
    </message>
    <message>
        <source>● triggered</source>
        <translation>● ausgelöst</translation>
    </message>
    <message>
        <source>◌ waiting</source>
        <translation>◌ wartet</translation>
    </message>
    <message>
        <source>■ stopped</source>
        <translation>■ angehalten</translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation>Mittel von %1</translation>
    </message>
    <message>
        <source>⇕ trigger %1 %2</source>
        <translation>⇕ Auslöser %1 %2</translation>
    </message>
    <message>
        <source>0 = spike</source>
        <translation>0 = Spike</translation>
    </message>
    <message>
        <source>0 = V ↗ %1</source>
        <translation>0 = V ↗ %1</translation>
    </message>
    <message>
        <source>0 = V ↘ %1</source>
        <translation>0 = V ↘ %1</translation>
    </message>
    <message>
        <source>0 = onset</source>
        <translation>0 = Beginn</translation>
    </message>
</context>
<context>
    <name>rheobase::TopBar</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Own values</source>
        <translation>Eigene Werte</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>All presets</source>
        <translation>Alle Vorlagen</translation>
    </message>
    <message>
        <source>All presets of all models as cards (%1)</source>
        <translation>Alle Vorlagen aller Modelle als Karten (%1)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>rheobase::TracePlot</name>
    <message>
        <source>Return to live</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Show the newest sample and follow it (End)</source>
        <translation>Den neuesten Wert zeigen und ihm folgen (Ende)</translation>
    </message>
    <message>
        <source>rheobase</source>
        <translation>Rheobase</translation>
    </message>
    <message>
        <source>one spike</source>
        <translation>ein Spike</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>%1: %2, move with the up and down arrow</source>
        <translation>%1: %2, mit Pfeil auf und ab verschieben</translation>
    </message>
    <message>
        <source>threshold of %1</source>
        <translation>Schwelle für %1</translation>
    </message>
</context>
<context>
    <name>rheobase::TraceStack</name>
    <message>
        <source>, %1 a second</source>
        <translation>, %1 je Sekunde</translation>
    </message>
    <message>
        <source>, the last at %1</source>
        <translation>, der letzte bei %1</translation>
    </message>
    <message>
        <source>%1, spikes: %2</source>
        <translation>%1, Spikes: %2</translation>
    </message>
    <message>
        <source>time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>time since the trigger (%1)</source>
        <translation>Zeit seit dem Trigger (%1)</translation>
    </message>
    <message>
        <source>time since the sweep began (%1)</source>
        <translation>Zeit seit Beginn des Durchlaufs (%1)</translation>
    </message>
</context>
<context>
    <name>rheobase::TransportBar</name>
    <message>
        <source>as fast as it goes</source>
        <translation>so schnell es geht</translation>
    </message>
    <message>
        <source>1 s shows %1</source>
        <translation>1 s zeigt %1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Run or pause the neuron</source>
        <translation>Das Neuron laufen lassen oder anhalten</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Start again from the initial state; parameters stay</source>
        <translation>Vom Anfangszustand neu beginnen; Parameter bleiben</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Advance by one step Δt</source>
        <translation>Um einen Schritt Δt weitergehen</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>Injizieren</translation>
    </message>
    <message>
        <source>Adds current while held; or hold Space</source>
        <translation>Addiert Strom, solange gedrückt; ebenso die Leertaste</translation>
    </message>
    <message>
        <source>Inject current while held</source>
        <translation>Strom injizieren, solange gedrückt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How much model time passes in a second</source>
        <translation>Wie viel Modellzeit in einer Sekunde vergeht</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Step to the next spike</source>
        <translation>Bis zum nächsten Spike</translation>
    </message>
    <message>
        <source>Advance to the next spike, and stay there</source>
        <translation>Zum nächsten Spike gehen und dort bleiben</translation>
    </message>
    <message>
        <source>Off in voltage clamp: the electrode takes what it needs</source>
        <translation>Aus in der Spannungsklemme: die Elektrode nimmt, was sie braucht</translation>
    </message>
</context>
<context>
    <name>rheobase::VerdictCard</name>
    <message>
        <source>Done.</source>
        <translation>Geschafft.</translation>
    </message>
    <message>
        <source>Not yet.</source>
        <translation>Noch nicht.</translation>
    </message>
</context>
<context>
    <name>rheobase::WhyCard</name>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Make it a view beside the plots</source>
        <translation>Macht eine Ansicht neben den Plots daraus</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>rheobase::WhyPanel</name>
    <message>
        <source>Click a number that was measured, or press Enter on it, to ask why.</source>
        <translation>Klicken Sie auf eine gemessene Zahl oder drücken Sie auf ihr die Eingabetaste, um nach dem Warum zu fragen.</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Beruht auf</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
</context>
<context>
    <name>rheobase::WithoutDrawing</name>
    <message>
        <source>Without drawing</source>
        <translation>Ohne Zeichnen</translation>
    </message>
    <message>
        <source>In numbers, or as one of these curves</source>
        <translation>In Zahlen, oder als eine dieser Kurven</translation>
    </message>
    <message>
        <source>One of these paths</source>
        <translation>Einer dieser Wege</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>%1 at %2, in %3</source>
        <translation>%1 bei %2, in %3</translation>
    </message>
    <message>
        <source>A number, with or without its unit; it moves the line</source>
        <translation>Eine Zahl, mit oder ohne Einheit; sie bewegt die Linie</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>or choose, and bend it</source>
        <translation>oder wählen und biegen</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Curve %1: %2</source>
        <translation>Kurve %1: %2</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>The axis goes from %1 to %2.</source>
        <translation>Die Achse geht von %1 bis %2.</translation>
    </message>
</context>
</TS>
