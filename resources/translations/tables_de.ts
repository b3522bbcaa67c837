<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>Tables</name>
        <message>
            <source>passive</source>
            <translation>passiv</translation>
        </message>
        <message>
            <source>perfect</source>
            <translation>ohne Leck</translation>
        </message>
        <message>
            <source>leaky</source>
            <translation>mit Leck</translation>
        </message>
        <message>
            <source>squid axon</source>
            <translation>Riesenaxon</translation>
        </message>
        <message>
            <source>Passive membrane</source>
            <translation>Passive Membran</translation>
        </message>
        <message>
            <source>Perfect integrate-and-fire</source>
            <translation>Integrate-and-Fire ohne Leck</translation>
        </message>
        <message>
            <source>Leaky integrate-and-fire</source>
            <translation>Integrate-and-Fire mit Leck</translation>
        </message>
        <message>
            <source>Hodgkin–Huxley</source>
            <translation>Hodgkin–Huxley</translation>
        </message>
        <message>
            <source>injected current</source>
            <translation>injizierter Strom</translation>
        </message>
        <message>
            <source>capacitance</source>
            <translation>Kapazität</translation>
        </message>
        <message>
            <source>resistance</source>
            <translation>Widerstand</translation>
        </message>
        <message>
            <source>leak reversal potential (battery)</source>
            <translation>Leck-Umkehrpotential (Batterie)</translation>
        </message>
        <message>
            <source>threshold</source>
            <translation>Schwelle</translation>
        </message>
        <message>
            <source>reset potential</source>
            <translation>Rücksetzpotential</translation>
        </message>
        <message>
            <source>reset</source>
            <translation>Reset</translation>
        </message>
        <message>
            <source>leak reversal</source>
            <translation>Leck-Umkehr</translation>
        </message>
        <message>
            <source>refractory period</source>
            <translation>Refraktärzeit</translation>
        </message>
        <message>
            <source>membrane potential</source>
            <translation>Membranpotential</translation>
        </message>
        <message>
            <source>leak current (outward)</source>
            <translation>Leckstrom (auswärts)</translation>
        </message>
        <message>
            <source>charge on the membrane</source>
            <translation>Ladung auf der Membran</translation>
        </message>
        <message>
            <source>membrane time constant</source>
            <translation>Membranzeitkonstante</translation>
        </message>
        <message>
            <source>rheobase: the least lasting current that makes the neuron fire</source>
            <translation>Rheobase: der kleinste anhaltende Strom, bei dem das Neuron feuert</translation>
        </message>
        <message>
            <source>rheobase: any lasting current above it makes the neuron fire</source>
            <translation>Rheobase: Jeder anhaltende Strom darüber bringt das Neuron zum Feuern</translation>
        </message>
        <message>
            <source>resting potential</source>
            <translation>Ruhepotential</translation>
        </message>
        <message>
            <source>charge for one spike</source>
            <translation>Ladung für einen Spike</translation>
        </message>
        <message>
            <source>membrane capacitance</source>
            <translation>Membrankapazität</translation>
        </message>
        <message>
            <source>sodium conductance</source>
            <translation>Natriumleitfähigkeit</translation>
        </message>
        <message>
            <source>potassium conductance</source>
            <translation>Kaliumleitfähigkeit</translation>
        </message>
        <message>
            <source>leak conductance</source>
            <translation>Leckleitfähigkeit</translation>
        </message>
        <message>
            <source>sodium reversal potential</source>
            <translation>Natrium-Umkehrpotential</translation>
        </message>
        <message>
            <source>potassium reversal potential</source>
            <translation>Kalium-Umkehrpotential</translation>
        </message>
        <message>
            <source>leak reversal potential</source>
            <translation>Leck-Umkehrpotential</translation>
        </message>
        <message>
            <source>temperature</source>
            <translation>Temperatur</translation>
        </message>
        <message>
            <source>sodium activation</source>
            <translation>Natriumaktivierung</translation>
        </message>
        <message>
            <source>sodium inactivation</source>
            <translation>Natriuminaktivierung</translation>
        </message>
        <message>
            <source>potassium activation</source>
            <translation>Kaliumaktivierung</translation>
        </message>
        <message>
            <source>sodium current (outward)</source>
            <translation>Natriumstrom (auswärts)</translation>
        </message>
        <message>
            <source>potassium current (outward)</source>
            <translation>Kaliumstrom (auswärts)</translation>
        </message>
        <message>
            <source>opening rate of m at 6.3 °C</source>
            <translation>Öffnungsrate von m bei 6,3 °C</translation>
        </message>
        <message>
            <source>closing rate of m at 6.3 °C</source>
            <translation>Schließrate von m bei 6,3 °C</translation>
        </message>
        <message>
            <source>opening rate of h at 6.3 °C</source>
            <translation>Öffnungsrate von h bei 6,3 °C</translation>
        </message>
        <message>
            <source>closing rate of h at 6.3 °C</source>
            <translation>Schließrate von h bei 6,3 °C</translation>
        </message>
        <message>
            <source>opening rate of n at 6.3 °C</source>
            <translation>Öffnungsrate von n bei 6,3 °C</translation>
        </message>
        <message>
            <source>closing rate of n at 6.3 °C</source>
            <translation>Schließrate von n bei 6,3 °C</translation>
        </message>
        <message>
            <source>steady state of m</source>
            <translation>stationärer Wert von m</translation>
        </message>
        <message>
            <source>steady state of h</source>
            <translation>stationärer Wert von h</translation>
        </message>
        <message>
            <source>steady state of n</source>
            <translation>stationärer Wert von n</translation>
        </message>
        <message>
            <source>time constant of m</source>
            <translation>Zeitkonstante von m</translation>
        </message>
        <message>
            <source>time constant of h</source>
            <translation>Zeitkonstante von h</translation>
        </message>
        <message>
            <source>time constant of n</source>
            <translation>Zeitkonstante von n</translation>
        </message>
        <message>
            <source>temperature factor of the rates</source>
            <translation>Temperaturfaktor der Raten</translation>
        </message>
        <message>
            <source>Constant current</source>
            <translation>Konstanter Strom</translation>
        </message>
        <message>
            <source>the same current all the time</source>
            <translation>immer der gleiche Strom</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>on from start to end</source>
            <translation>an von Beginn bis Ende</translation>
        </message>
        <message>
            <source>Pulse train</source>
            <translation>Pulsfolge</translation>
        </message>
        <message>
            <source>equal pulses, one each period</source>
            <translation>gleiche Pulse, einer je Periode</translation>
        </message>
        <message>
            <source>Two pulses</source>
            <translation>Zwei Pulse</translation>
        </message>
        <message>
            <source>two pulses with a gap between them</source>
            <translation>zwei Pulse mit einer Pause dazwischen</translation>
        </message>
        <message>
            <source>Ramp</source>
            <translation>Rampe</translation>
        </message>
        <message>
            <source>a straight line from start to end, zero outside</source>
            <translation>eine Gerade von Beginn bis Ende, sonst null</translation>
        </message>
        <message>
            <source>Sine</source>
            <translation>Sinus</translation>
        </message>
        <message>
            <source>a sine wave from start to end, zero outside</source>
            <translation>eine Sinusschwingung von Beginn bis Ende, sonst null</translation>
        </message>
        <message>
            <source>start</source>
            <translation>Beginn</translation>
        </message>
        <message>
            <source>end</source>
            <translation>Ende</translation>
        </message>
        <message>
            <source>pulse width</source>
            <translation>Pulsbreite</translation>
        </message>
        <message>
            <source>amplitude</source>
            <translation>Amplitude</translation>
        </message>
        <message>
            <source>period from onset to onset</source>
            <translation>Periode von Beginn zu Beginn</translation>
        </message>
        <message>
            <source>number of pulses</source>
            <translation>Anzahl der Pulse</translation>
        </message>
        <message>
            <source>gap from one pulse to the other</source>
            <translation>Pause zwischen den Pulsen</translation>
        </message>
        <message>
            <source>amplitude of the first pulse</source>
            <translation>Amplitude des ersten Pulses</translation>
        </message>
        <message>
            <source>amplitude of the second pulse</source>
            <translation>Amplitude des zweiten Pulses</translation>
        </message>
        <message>
            <source>amplitude at the start</source>
            <translation>Amplitude am Beginn</translation>
        </message>
        <message>
            <source>amplitude at the end</source>
            <translation>Amplitude am Ende</translation>
        </message>
        <message>
            <source>frequency</source>
            <translation>Frequenz</translation>
        </message>
        <message>
            <source>phase at the start</source>
            <translation>Phase am Beginn</translation>
        </message>
        <message>
            <source>offset</source>
            <translation>Grundwert</translation>
        </message>
        <message>
            <source>standard deviation of the noise</source>
            <translation>Standardabweichung (Rauschen)</translation>
        </message>
        <message>
            <source>noise intensity (times √ms)</source>
            <translation>Rauschstärke (mal √ms)</translation>
        </message>
        <message>
            <source>correlation time of the noise</source>
            <translation>Korrelationszeit des Rauschens</translation>
        </message>
        <message>
            <source>no noise</source>
            <translation>kein Rauschen</translation>
        </message>
        <message>
            <source>white noise</source>
            <translation>weißes Rauschen</translation>
        </message>
        <message>
            <source>Ornstein–Uhlenbeck noise</source>
            <translation>Ornstein-Uhlenbeck-Rauschen</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>Exakt</translation>
        </message>
        <message>
            <source>Forward Euler</source>
            <translation>Euler vorwärts</translation>
        </message>
        <message>
            <source>Heun</source>
            <translation>Heun</translation>
        </message>
        <message>
            <source>Runge–Kutta 4</source>
            <translation>Runge–Kutta 4</translation>
        </message>
        <message>
            <source>Exponential Euler</source>
            <translation>Euler exponentiell</translation>
        </message>
        <message>
            <source>Dormand–Prince (adaptive)</source>
            <translation>Dormand–Prince (adaptiv)</translation>
        </message>
        <message>
            <source>Dormand–Prince (adaptive, quick)</source>
            <translation>Dormand–Prince (adaptiv, schnell)</translation>
        </message>
        <message>
            <source>step size</source>
            <translation>Schrittweite</translation>
        </message>
        <message>
            <source>duration</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>duration of a run</source>
            <translation>Dauer eines Laufs</translation>
        </message>
        <message>
            <source>Resting at 6.3 °C</source>
            <translation>In Ruhe bei 6,3 °C</translation>
        </message>
        <message>
            <source>Nothing moves at −65 mV, yet every current flows: they cancel.</source>
            <translation>Bei −65 mV bewegt sich nichts, und doch fließt jeder Strom: Sie heben einander auf.</translation>
        </message>
        <message>
            <source>Repetitive firing</source>
            <translation>Dauerfeuern</translation>
        </message>
        <message>
            <source>Anode break</source>
            <translation>Anodenöffnung</translation>
        </message>
        <message>
            <source>Refractoriness: two pulses</source>
            <translation>Refraktärität: zwei Pulse</translation>
        </message>
        <message>
            <source>Warm: 18.5 °C</source>
            <translation>Warm: 18,5 °C</translation>
        </message>
        <message>
            <source>All rates are 3.8 times those at 6.3 °C: spikes are shorter, lower and more frequent.</source>
            <translation>Alle Raten sind 3,8-mal die von 6,3 °C: Spikes sind kürzer, niedriger und häufiger.</translation>
        </message>
        <message>
            <source>One spike only</source>
            <translation>Nur ein Spike</translation>
        </message>
        <message>
            <source>Neuronal Dynamics</source>
            <translation>Neuronal Dynamics</translation>
        </message>
        <message>
            <source>Dayan &amp; Abbott</source>
            <translation>Dayan &amp; Abbott</translation>
        </message>
        <message>
            <source>Forgets: two pulses</source>
            <translation>Vergisst: zwei Pulse</translation>
        </message>
        <message>
            <source>Default membrane</source>
            <translation>Standardmembran</translation>
        </message>
        <message>
            <source>Charge pulse, Q = C·V</source>
            <translation>Ladungspuls, Q = C·V</translation>
        </message>
        <message>
            <source>Default neuron</source>
            <translation>Standardneuron</translation>
        </message>
        <message>
            <source>Never forgets: two pulses</source>
            <translation>Vergisst nie: zwei Pulse</translation>
        </message>
        <message>
            <source>%1 must be a finite number.</source>
            <translation>%1 muss eine endliche Zahl sein.</translation>
        </message>
        <message>
            <source>%1 must be at most %2.</source>
            <translation>%1 darf höchstens %2 sein.</translation>
        </message>
        <message>
            <source>Nothing can be divided by 0.</source>
            <translation>Durch 0 lässt sich nicht teilen.</translation>
        </message>
        <message>
            <source>%1 must be greater than %2.</source>
            <translation>%1 muss größer als %2 sein.</translation>
        </message>
        <message>
            <source>%1 must be a whole number.</source>
            <translation>%1 muss eine ganze Zahl sein.</translation>
        </message>
        <message>
            <source>%1 must be at least %2.</source>
            <translation>%1 muss mindestens %2 sein.</translation>
        </message>
        <message>
            <source>%1 must be below %2 (%3).</source>
            <translation>%1 muss unter %2 liegen (%3).</translation>
        </message>
        <message>
            <source>nothing to sweep is called "%1"; the nearest is "%2".</source>
            <translation>nichts, was variiert werden kann, heißt „%1“; am nächsten kommt „%2“.</translation>
        </message>
        <message>
            <source>I: the stimulus %1 has no amplitude; name one of its values, such as "%2".</source>
            <translation>I: Der Stimulus %1 hat keine Amplitude; nennen Sie einen seiner Werte, etwa „%2“.</translation>
        </message>
        <message>
            <source>%1 needs at least 1 value.</source>
            <translation>%1 braucht mindestens einen Wert.</translation>
        </message>
        <message>
            <source>%1 needs at most %2 values.</source>
            <translation>%1 darf höchstens %2 Werte haben.</translation>
        </message>
        <message>
            <source>%1 must go from one finite number to another.</source>
            <translation>%1 muss von einer endlichen Zahl zu einer anderen gehen.</translation>
        </message>
        <message>
            <source>%1 must stay above 0 to go in equal ratios (log).</source>
            <translation>%1 muss über 0 bleiben, um in gleichen Verhältnissen (log) zu gehen.</translation>
        </message>
        <message>
            <source>A sweep varies one value or two.</source>
            <translation>Variiert werden ein Wert oder zwei.</translation>
        </message>
        <message>
            <source>%1 and %2 are the same value: vary another one.</source>
            <translation>%1 und %2 sind derselbe Wert: variieren Sie einen anderen.</translation>
        </message>
        <message>
            <source>%1 neurons are too many: a sweep has at most %2 points.</source>
            <translation>%1 Neuronen sind zu viele: Es sind höchstens %2 Punkte.</translation>
        </message>
        <message>
            <source>rate-error must be at least 0 and less than 1.</source>
            <translation>rate-error muss mindestens 0 und kleiner als 1 sein.</translation>
        </message>
        <message>
            <source>staggered and rate-error exclude each other: leave one out.</source>
            <translation>staggered und rate-error schließen einander aus: Eines ist wegzulassen.</translation>
        </message>
        <message>
            <source>settle must be at least 0 and less than 1.</source>
            <translation>settle muss mindestens 0 und kleiner als 1 sein.</translation>
        </message>
        <message>
            <source>%1: end must be after start (%2).</source>
            <translation>%1: end muss nach start liegen (%2).</translation>
        </message>
        <message>
            <source>The stimulus is larger than any experiment: %1 shapes, of which %2 are possible; leave some out.</source>
            <translation>Der Stimulus ist größer als jedes Experiment: %1 Formen, von denen %2 möglich sind; einige weglassen.</translation>
        </message>
        <message>
            <source>The stimulus is larger than any experiment: %1 pulses and other pieces, of which %2 are possible; leave some out.</source>
            <translation>Der Stimulus ist größer als jedes Experiment: %1 Pulse und andere Stücke, von denen %2 möglich sind; einige weglassen.</translation>
        </message>
        <message>
            <source>%1: width must be at most the period (%2).</source>
            <translation>%1: width darf höchstens die Periode sein (%2).</translation>
        </message>
        <message>
            <source>spike level</source>
            <translation>Spike-Pegel</translation>
        </message>
        <message>
            <source>injection</source>
            <translation>Injektion</translation>
        </message>
        <message>
            <source>The exact solver needs a linear model; %1 can use rk4.</source>
            <translation>Das exakte Verfahren braucht ein lineares Modell; für %1 eignet sich rk4.</translation>
        </message>
        <message>
            <source>the adaptive step fell below 10⁻⁵ ms</source>
            <translation>Die adaptive Schrittweite fiel unter 10⁻⁵ ms</translation>
        </message>
        <message>
            <source>it fires without end: more than 10,000 times in a millisecond</source>
            <translation>Das Neuron feuert ohne Ende: mehr als 10.000-mal in einer Millisekunde</translation>
        </message>
        <message>
            <source>Lower the current, or set a refractory period.</source>
            <translation>Den Strom verringern oder eine Refraktärzeit einstellen.</translation>
        </message>
        <message>
            <source>%1 grew beyond all bounds</source>
            <translation>%1 wuchs über alle Grenzen</translation>
        </message>
        <message>
            <source>%1 left its range %2…%3</source>
            <translation>%1 verließ seinen Bereich %2…%3</translation>
        </message>
        <message>
            <source>Bring the parameters back towards their defaults, then restart.</source>
            <translation>Die Parameter wieder ihren Standardwerten annähern, dann neu starten.</translation>
        </message>
        <message>
            <source>Use a smaller step size, then restart.</source>
            <translation>Eine kleinere Schrittweite wählen, dann neu starten.</translation>
        </message>
        <message>
            <source>Use a smaller step size or the exponential Euler solver, then restart.</source>
            <translation>Eine kleinere Schrittweite oder das exponentielle Euler-Verfahren wählen, dann neu starten.</translation>
        </message>
        <message>
            <source>It is not recorded: put both cursors where there is a trace.</source>
            <translation>Er ist nicht aufgezeichnet: Setzen Sie beide Cursor dorthin, wo eine Spur ist.</translation>
        </message>
        <message>
            <source>A and B are on two curves: put them on one.</source>
            <translation>A und B sind auf zwei Kurven: Setzen Sie sie auf eine.</translation>
        </message>
        <message>
            <source>A spike lies between A and B: take a part without.</source>
            <translation>Zwischen A und B liegt ein Spike: Nehmen Sie ein Stück ohne.</translation>
        </message>
        <message>
            <source>Its rows have been thinned: take a later part.</source>
            <translation>Seine Zeilen sind ausgedünnt: Nehmen Sie ein späteres Stück.</translation>
        </message>
        <message>
            <source>times the rheobase</source>
            <translation>mal die Rheobase</translation>
        </message>
        <message>
            <source>gap between pulses</source>
            <translation>Abstand zwischen Pulsen</translation>
        </message>
        <message>
            <source>It has fewer than %1 rows: take a longer part.</source>
            <translation>Er hat weniger als %1 Zeilen: Nehmen Sie ein längeres Stück.</translation>
        </message>
        <message>
            <source>It does not change: take a part where it does.</source>
            <translation>Er ändert sich nicht: Nehmen Sie ein Stück, wo er es tut.</translation>
        </message>
        <message>
            <source>It rises and falls: take a part without a spike or a turn.</source>
            <translation>Er steigt und fällt: Nehmen Sie ein Stück ohne Spike und ohne Umkehr.</translation>
        </message>
        <message>
            <source>It is not an exponential (R² = %1): take a part where only one thing happens.</source>
            <translation>Er ist keine Exponentialfunktion (R² = %1): Nehmen Sie ein Stück, in dem nur eines geschieht.</translation>
        </message>
        <message>
            <source>It is too straight to have a time constant: take a longer part.</source>
            <translation>Er ist zu gerade für eine Zeitkonstante: Nehmen Sie ein längeres Stück.</translation>
        </message>
        <message>
            <source>It is over within a row: take a shorter part, or record more finely.</source>
            <translation>Er ist innerhalb einer Zeile vorbei: Nehmen Sie ein kürzeres Stück, oder zeichnen Sie feiner auf.</translation>
        </message>
        <message>
            <source>Spikes</source>
            <translation>Spikes</translation>
        </message>
        <message>
            <source>How many spikes have come since the last change of the experiment. eFEL: Spikecount.</source>
            <translation>Wie viele Spikes seit der letzten Änderung des Experiments gekommen sind. eFEL: Spikecount.</translation>
        </message>
        <message>
            <source>First spike</source>
            <translation>Erster Spike</translation>
        </message>
        <message>
            <source>When a spike comes: the potential of an upstroke crosses the spike level, or the neuron is reset; of a run, its first spike since the last change of the experiment.</source>
            <translation>Wann ein Spike kommt: das Potential eines Aufstrichs überschreitet das Spike-Niveau, oder das Neuron wird zurückgesetzt; bei einem Lauf der erste Spike seit der letzten Änderung des Experiments.</translation>
        </message>
        <message>
            <source>Last spike</source>
            <translation>Letzter Spike</translation>
        </message>
        <message>
            <source>When a spike comes: the potential of an upstroke crosses the spike level, or the neuron is reset; of a run, its last spike.</source>
            <translation>Wann ein Spike kommt: das Potential eines Aufstrichs überschreitet das Spike-Niveau, oder das Neuron wird zurückgesetzt; bei einem Lauf der letzte Spike.</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>Latenz</translation>
        </message>
        <message>
            <source>From the last onset of the stimulus at or before a spike to that spike; of a run, its first spike since the stimulus came on. An onset is where the current begins or grows.</source>
            <translation>Vom letzten Einsetzen des Reizes vor einem Spike bis zu diesem Spike; bei einem Lauf der erste Spike, seit der Reiz an ist. Der Reiz setzt ein, wo der Strom beginnt oder wächst.</translation>
        </message>
        <message>
            <source>Firing rate</source>
            <translation>Feuerrate</translation>
        </message>
        <message>
            <source>1000 over the mean inter-spike interval while the stimulus is on, since the last change of the experiment; a sweep leaves out the settling part.</source>
            <translation>1000 durch das mittlere Interspike-Intervall, während der Reiz an ist, seit der letzten Änderung des Experiments; ein Sweep lässt den Einschwingteil weg.</translation>
        </message>
        <message>
            <source>Mean rate</source>
            <translation>Mittlere Rate</translation>
        </message>
        <message>
            <source>Spikes per second of the time the stimulus is on, since the last change of the experiment; a sweep leaves out the settling part. In eFEL: mean_frequency, which ends with the last spike.</source>
            <translation>Spikes je Sekunde der Zeit, in der der Reiz an ist, seit der letzten Änderung des Experiments; ein Sweep lässt den Einschwingteil weg. In eFEL: mean_frequency, die mit dem letzten Spike endet.</translation>
        </message>
        <message>
            <source>Present rate</source>
            <translation>Momentane Rate</translation>
        </message>
        <message>
            <source>Instantaneous firing rate: 1000 over the interval from the spike before; of a run, of its last spike, and none once silence has lasted twice that interval. eFEL: inv_ISI_values.</source>
            <translation>Momentane Feuerrate: 1000 durch das Intervall seit dem vorigen Spike; bei einem Lauf die des letzten Spikes, und keine mehr, sobald die Stille doppelt so lange gedauert hat. eFEL: inv_ISI_values.</translation>
        </message>
        <message>
            <source>First inter-spike interval</source>
            <translation>Erstes Interspike-Intervall</translation>
        </message>
        <message>
            <source>Inter-spike interval: from the spike before to a spike; of a run, the first since the stimulus came on. eFEL: all_ISI_values.</source>
            <translation>Interspike-Intervall: vom vorigen Spike bis zu einem Spike; bei einem Lauf das erste, seit der Reiz an ist. eFEL: all_ISI_values.</translation>
        </message>
        <message>
            <source>Last inter-spike interval</source>
            <translation>Letztes Interspike-Intervall</translation>
        </message>
        <message>
            <source>Inter-spike interval: from the spike before to a spike; of a run, the last since the stimulus came on. eFEL: all_ISI_values.</source>
            <translation>Interspike-Intervall: vom vorigen Spike bis zu einem Spike; bei einem Lauf das letzte, seit der Reiz an ist. eFEL: all_ISI_values.</translation>
        </message>
        <message>
            <source>Mean inter-spike interval</source>
            <translation>Mittleres Interspike-Intervall</translation>
        </message>
        <message>
            <source>The mean of the inter-spike intervals while the stimulus is on, since the last change of the experiment.</source>
            <translation>Der Mittelwert der Interspike-Intervalle, während der Reiz an ist, seit der letzten Änderung des Experiments.</translation>
        </message>
        <message>
            <source>Shortest inter-spike interval</source>
            <translation>Kürzestes Interspike-Intervall</translation>
        </message>
        <message>
            <source>The shortest of the inter-spike intervals while the stimulus is on, since the last change of the experiment.</source>
            <translation>Das kürzeste der Interspike-Intervalle, während der Reiz an ist, seit der letzten Änderung des Experiments.</translation>
        </message>
        <message>
            <source>Longest inter-spike interval</source>
            <translation>Längstes Interspike-Intervall</translation>
        </message>
        <message>
            <source>The longest of the inter-spike intervals while the stimulus is on, since the last change of the experiment.</source>
            <translation>Das längste der Interspike-Intervalle, während der Reiz an ist, seit der letzten Änderung des Experiments.</translation>
        </message>
        <message>
            <source>Spread of intervals</source>
            <translation>Streuung der Intervalle</translation>
        </message>
        <message>
            <source>Sample standard deviation of the inter-spike intervals while the stimulus is on, since the last change of the experiment; of at least two.</source>
            <translation>Stichproben-Standardabweichung der Interspike-Intervalle, während der Reiz an ist, seit der letzten Änderung des Experiments; aus mindestens zweien.</translation>
        </message>
        <message>
            <source>CV of intervals</source>
            <translation>CV der Intervalle</translation>
        </message>
        <message>
            <source>Coefficient of variation: sample standard deviation over mean of the inter-spike intervals while the stimulus is on, since the last change of the experiment; of at least three. eFEL: ISI_CV with ignore_first_ISI = 0.</source>
            <translation>Variationskoeffizient: Stichproben-Standardabweichung durch Mittelwert der Interspike-Intervalle, während der Reiz an ist, seit der letzten Änderung des Experiments; aus mindestens dreien. eFEL: ISI_CV mit ignore_first_ISI = 0.</translation>
        </message>
        <message>
            <source>Adaptation index</source>
            <translation>Adaptationsindex</translation>
        </message>
        <message>
            <source>The mean of (next − this)/(next + this) over the inter-spike intervals while the stimulus is on, from the second on, since the last change of the experiment; above 0 where the neuron slows down. eFEL: adaptation_index2.</source>
            <translation>Der Mittelwert von (nächstes − dieses)/(nächstes + dieses) über die Interspike-Intervalle, während der Reiz an ist, ab dem zweiten, seit der letzten Änderung des Experiments; über 0, wo das Neuron langsamer wird. eFEL: adaptation_index2.</translation>
        </message>
        <message>
            <source>Spike threshold</source>
            <translation>Spike-Schwelle</translation>
        </message>
        <message>
            <source>The potential where dV/dt begins to exceed 10 mV/ms; of a run, in its last spike that is over. eFEL: AP_begin_voltage.</source>
            <translation>Das Potential, bei dem dV/dt 10 mV/ms zu überschreiten beginnt; bei einem Lauf im letzten Spike, der vorbei ist. eFEL: AP_begin_voltage.</translation>
        </message>
        <message>
            <source>Spike peak</source>
            <translation>Spike-Spitze</translation>
        </message>
        <message>
            <source>The greatest potential of a spike; of a run, of its last spike that is over. eFEL: peak_voltage.</source>
            <translation>Das höchste Potential eines Spikes; bei einem Lauf des letzten, der vorbei ist. eFEL: peak_voltage.</translation>
        </message>
        <message>
            <source>Spike amplitude</source>
            <translation>Spike-Amplitude</translation>
        </message>
        <message>
            <source>From the potential where dV/dt begins to exceed 10 mV/ms up to the peak; of a run, of its last spike that is over. eFEL: AP_amplitude.</source>
            <translation>Vom Potential, bei dem dV/dt 10 mV/ms zu überschreiten beginnt, bis zur Spitze; bei einem Lauf im letzten Spike, der vorbei ist. eFEL: AP_amplitude.</translation>
        </message>
        <message>
            <source>Half-width</source>
            <translation>Halbwertsbreite</translation>
        </message>
        <message>
            <source>How long the potential stays above half the amplitude of a spike; of a run, of its last spike that is over. eFEL: AP_duration_half_width.</source>
            <translation>Wie lange das Potential über der halben Amplitude eines Spikes bleibt; bei einem Lauf des letzten, der vorbei ist. eFEL: AP_duration_half_width.</translation>
        </message>
        <message>
            <source>Steepest upstroke</source>
            <translation>Steilster Anstieg</translation>
        </message>
        <message>
            <source>The greatest dV/dt of a spike's upstroke, in V/s, which is mV/ms; of a run, of its last spike that is over. eFEL: AP_peak_upstroke.</source>
            <translation>Das größte dV/dt im Anstieg eines Spikes, in V/s, also mV/ms; bei einem Lauf des letzten, der vorbei ist. eFEL: AP_peak_upstroke.</translation>
        </message>
        <message>
            <source>Trough after a spike</source>
            <translation>Tal nach einem Spike</translation>
        </message>
        <message>
            <source>The first least potential after the peak of a spike; of a run, of its last spike that is over. eFEL: min_AHP_values.</source>
            <translation>Das erste Minimum des Potentials nach der Spitze eines Spikes; bei einem Lauf des letzten, der vorbei ist. eFEL: min_AHP_values.</translation>
        </message>
        <message>
            <source>After-hyperpolarisation</source>
            <translation>Nachhyperpolarisation</translation>
        </message>
        <message>
            <source>From the first trough after the peak up to the potential where dV/dt began to exceed 10 mV/ms; of a run, of its last spike that is over. eFEL: fast_AHP.</source>
            <translation>Vom ersten Tal nach der Spitze bis zum Potential, bei dem dV/dt 10 mV/ms zu überschreiten begann; bei einem Lauf im letzten Spike, der vorbei ist. eFEL: fast_AHP.</translation>
        </message>
        <message>
            <source>Lowest potential</source>
            <translation>Tiefstes Potential</translation>
        </message>
        <message>
            <source>The least potential since the last change of the experiment.</source>
            <translation>Das tiefste Potential seit der letzten Änderung des Experiments.</translation>
        </message>
        <message>
            <source>Highest potential</source>
            <translation>Höchstes Potential</translation>
        </message>
        <message>
            <source>The greatest potential since the last change of the experiment.</source>
            <translation>Das höchste Potential seit der letzten Änderung des Experiments.</translation>
        </message>
        <message>
            <source>Resting potential</source>
            <translation>Ruhepotential</translation>
        </message>
        <message>
            <source>The stable potential at which the neuron stays without any current.</source>
            <translation>Das stabile Potential, bei dem das Neuron ohne jeden Strom bleibt.</translation>
        </message>
        <message>
            <source>Membrane time constant</source>
            <translation>Membranzeitkonstante</translation>
        </message>
        <message>
            <source>How slowly the potential returns to rest: −1 over the derivative of dV/dt with respect to V there, all gates held.</source>
            <translation>Wie langsam das Potential zur Ruhe zurückkehrt: −1 durch die dortige Ableitung von dV/dt nach V, bei festgehaltenen Toren.</translation>
        </message>
        <message>
            <source>Firing rate by formula</source>
            <translation>Feuerrate nach Formel</translation>
        </message>
        <message>
            <source>1/(t_ref + T), where T is the exact time from reset to threshold of a linear neuron under a current that lasts, without noise.</source>
            <translation>1/(t_ref + T); T ist die exakte Zeit eines linearen Neurons vom Rücksetzen bis zur Schwelle, bei anhaltendem Strom ohne Rauschen.</translation>
        </message>
        <message>
            <source>Rheobase</source>
            <translation>Rheobase</translation>
        </message>
        <message>
            <source>The least lasting current, switched on at rest, that makes the neuron fire once; none where the response is graded instead of all or none, and below 0 where the neuron fires without input.</source>
            <translation>Der kleinste anhaltende Strom, bei dem das Neuron aus der Ruhe einmal feuert; keiner, wo die Antwort abgestuft ist statt alles oder nichts, und unter 0, wo das Neuron ohne Eingang feuert.</translation>
        </message>
        <message>
            <source>Rheobase, lasting firing</source>
            <translation>Rheobase, Dauerfeuern</translation>
        </message>
        <message>
            <source>The least lasting current, switched on at rest, after which the neuron goes on firing.</source>
            <translation>Der kleinste anhaltende Strom, bei dem das Neuron aus der Ruhe dauerhaft feuert.</translation>
        </message>
        <message>
            <source>Chronaxie</source>
            <translation>Chronaxie</translation>
        </message>
        <message>
            <source>How long a pulse of twice the rheobase must last to make the neuron at rest fire.</source>
            <translation>Wie lange ein Puls von doppelter Rheobase dauern muss, damit das ruhende Neuron feuert.</translation>
        </message>
        <message>
            <source>%1 is %2; %3 is %4.</source>
            <translation>%1 ist %2; %3 ist %4.</translation>
        </message>
        <message>
            <source>a pure number</source>
            <translation>eine reine Zahl</translation>
        </message>
        <message>
            <source>a potential</source>
            <translation>ein Potential</translation>
        </message>
        <message>
            <source>a current</source>
            <translation>ein Strom</translation>
        </message>
        <message>
            <source>a current per area</source>
            <translation>ein Strom pro Fläche</translation>
        </message>
        <message>
            <source>a resistance</source>
            <translation>ein Widerstand</translation>
        </message>
        <message>
            <source>a resistance times area</source>
            <translation>ein Widerstand mal Fläche</translation>
        </message>
        <message>
            <source>a conductance</source>
            <translation>ein Leitwert</translation>
        </message>
        <message>
            <source>a conductance per area</source>
            <translation>ein Leitwert pro Fläche</translation>
        </message>
        <message>
            <source>a capacitance</source>
            <translation>eine Kapazität</translation>
        </message>
        <message>
            <source>a capacitance per area</source>
            <translation>eine Kapazität pro Fläche</translation>
        </message>
        <message>
            <source>a charge</source>
            <translation>eine Ladung</translation>
        </message>
        <message>
            <source>a charge per area</source>
            <translation>eine Ladung pro Fläche</translation>
        </message>
        <message>
            <source>a time</source>
            <translation>eine Zeit</translation>
        </message>
        <message>
            <source>a frequency</source>
            <translation>eine Frequenz</translation>
        </message>
        <message>
            <source>a length</source>
            <translation>eine Länge</translation>
        </message>
        <message>
            <source>an area</source>
            <translation>eine Fläche</translation>
        </message>
        <message>
            <source>a temperature</source>
            <translation>eine Temperatur</translation>
        </message>
        <message>
            <source>an angle</source>
            <translation>ein Winkel</translation>
        </message>
        <message>
            <source>a potential per time</source>
            <translation>ein Potential pro Zeit</translation>
        </message>
        <message>
            <source>Oscillation below the spike level</source>
            <translation>Schwingung unter dem Spike-Niveau</translation>
        </message>
        <message>
            <source>How often in a second the potential swings without a spike, as it does under a current that is too strong to fire: by upward crossings of the middle of its range, as it goes on under the present current without noise.</source>
            <translation>Wie oft in der Sekunde das Potential ohne Spike schwingt, wie unter einem Strom, der zum Feuern zu stark ist: nach den Aufwärtsgängen durch die Mitte seines Bereichs, wie es unter dem jetzigen Strom ohne Rauschen weitergeht.</translation>
        </message>
        <message>
            <source>A spike of a smooth neuron comes where its potential crosses the spike level upwards, having been below the level that arms it again (10 mV lower, unless its model or the experiment says otherwise), and if the potential has sped up on its way since it was armed or since the last edge of the stimulus: an upstroke does, a membrane that is only charged does not. A neuron with a threshold and a reset spikes where it is reset; of more than 10,000 spikes in a millisecond the run says that it diverged.</source>
            <translation>Ein Spike eines glatten Neurons kommt, wo sein Potential das Spike-Niveau aufwärts überschreitet, nachdem es unter dem Niveau war, das ihn neu ermöglicht (10 mV tiefer, wenn Modell oder Experiment nichts anderes sagen), und wenn das Potential unterwegs schneller geworden ist, seit er möglich wurde oder seit der letzten Kante des Reizes: ein Aufstrich wird es, eine Membran, die nur geladen wird, nicht. Ein Neuron mit Schwelle und Rücksetzung hat einen Spike, wo es zurückgesetzt wird; bei mehr als 10.000 Spikes in einer Millisekunde sagt der Lauf, dass er divergiert ist.</translation>
        </message>
        <message>
            <source>spike</source>
            <translation>Spike</translation>
        </message>
        <message>
            <source>The firing rate is 1000 over the mean inter-spike interval in ms while the stimulus is on, since the last change of the experiment; the mean rate is the number of spikes in that time, divided by its length. What swings without spikes has no rate: it oscillates below the spike level.</source>
            <translation>Die Feuerrate ist 1000 durch das mittlere Inter-Spike-Intervall in ms, solange der Reiz an ist, seit der letzten Änderung des Experiments; die mittlere Rate ist die Zahl der Spikes in dieser Zeit durch ihre Länge. Was ohne Spikes schwingt, hat keine Rate: es schwingt unter dem Spike-Niveau.</translation>
        </message>
        <message>
            <source>rate</source>
            <translation>Rate</translation>
        </message>
        <message>
            <source>Latency is counted from the last onset of the stimulus at or before a spike to that spike; an onset is where the current begins or grows.</source>
            <translation>Die Latenz zählt vom letzten Beginn des Reizes, bei oder vor einem Spike, bis zu diesem Spike; ein Beginn ist, wo der Strom einsetzt oder wächst.</translation>
        </message>
        <message>
            <source>latency</source>
            <translation>Latenz</translation>
        </message>
        <message>
            <source>A threshold (rheobase, strength and duration) is the least current that makes a neuron at rest spike, and is told where the response is all or none: near it the peak of the potential over rest grows at least ten times as fast as the current, in parts of each. Elsewhere the response is graded, and there is none. A rheobase below 0 belongs to a neuron that fires without input.</source>
            <translation>Eine Schwelle (Rheobase, Stärke und Dauer) ist der kleinste Strom, bei dem ein ruhendes Neuron einen Spike hat, und wird genannt, wo die Antwort dem Alles-oder-nichts-Gesetz folgt: nahe bei ihr wächst der Gipfel des Potentials über der Ruhe mindestens zehnmal so schnell wie der Strom, in Teilen von beiden. Sonst ist die Antwort abgestuft, und es gibt keine. Eine Rheobase unter 0 gehört zu einem Neuron, das ohne Eingang feuert.</translation>
        </message>
        <message>
            <source>Rest is the lowest stable potential without input, with every state at its value there. A run begins at rest where there is one, else at the potential of the model's table.</source>
            <translation>Ruhe ist das tiefste stabile Potential ohne Eingang, mit jedem Zustand auf seinem Wert dort. Ein Lauf beginnt in Ruhe, wo es sie gibt, sonst beim Potential aus der Tabelle des Modells.</translation>
        </message>
        <message>
            <source>rest</source>
            <translation>Ruhe</translation>
        </message>
        <message>
            <source>What holds the membrane at rest?</source>
            <translation>Was hält die Membran in Ruhe?</translation>
        </message>
        <message>
            <source>When does a neuron fire on and on?</source>
            <translation>Wann feuert ein Neuron immer weiter?</translation>
        </message>
        <message>
            <source>10 µA/cm² is enough for firing that lasts: spikes follow each other regularly.</source>
            <translation>10 µA/cm² genügen für Dauerfeuern: Die Spikes folgen regelmäßig aufeinander.</translation>
        </message>
        <message>
            <source>Can pulling V down make a spike?</source>
            <translation>Kann ein Spike entstehen, weil V gesenkt wird?</translation>
        </message>
        <message>
            <source>The spike comes when the current ends: h has recovered, and n has fallen.</source>
            <translation>Der Spike kommt, wenn der Strom endet: h hat sich erholt, und n ist gefallen.</translation>
        </message>
        <message>
            <source>Why does the second pulse fail?</source>
            <translation>Warum versagt der zweite Puls?</translation>
        </message>
        <message>
            <source>h is still low and n still high. Widen the gap until it fires again.</source>
            <translation>h ist noch klein und n noch groß. Die Pause verlängern, bis es wieder feuert.</translation>
        </message>
        <message>
            <source>What does warmth do to a spike?</source>
            <translation>Was macht Wärme mit einem Spike?</translation>
        </message>
        <message>
            <source>When is a current enough only once?</source>
            <translation>Wann genügt ein Strom nur einmal?</translation>
        </message>
        <message>
            <source>5 µA/cm² makes one spike at its onset, and is too little for firing that lasts.</source>
            <translation>5 µA/cm² machen beim Einschalten einen Spike und sind zu wenig für Dauerfeuern.</translation>
        </message>
        <message>
            <source>All or none: two pulses</source>
            <translation>Alles oder nichts: zwei Pulse</translation>
        </message>
        <message>
            <source>Is there half a spike?</source>
            <translation>Gibt es einen halben Spike?</translation>
        </message>
        <message>
            <source>The second pulse is a little stronger: it makes a whole spike, the first makes none.</source>
            <translation>Der zweite Puls ist etwas stärker: Er macht einen ganzen Spike, der erste keinen.</translation>
        </message>
        <message>
            <source>How little current is enough?</source>
            <translation>Wie wenig Strom genügt?</translation>
        </message>
        <message>
            <source>Just above the rheobase: lower the current by 0.1 nA, and the neuron falls silent.</source>
            <translation>Knapp über der Rheobase: Um 0,1 nA weniger Strom, und das Neuron verstummt.</translation>
        </message>
        <message>
            <source>Textbook form: rest at 0</source>
            <translation>Lehrbuchform: Ruhe bei 0</translation>
        </message>
        <message>
            <source>What if rest is called zero?</source>
            <translation>Was, wenn die Ruhe null heißt?</translation>
        </message>
        <message>
            <source>Potentials are counted from rest: the rheobase is the threshold divided by R.</source>
            <translation>Potentiale zählen von der Ruhe an: Die Rheobase ist die Schwelle durch R.</translation>
        </message>
        <message>
            <source>What does a reset to rest change?</source>
            <translation>Was ändert ein Reset auf die Ruhe?</translation>
        </message>
        <message>
            <source>V starts from rest after each spike, so every interval repeats the first; τ is 10 ms.</source>
            <translation>V beginnt nach jedem Spike in Ruhe, daher gleicht jedes Intervall dem ersten; τ ist 10 ms.</translation>
        </message>
        <message>
            <source>How long does a pulse last in V?</source>
            <translation>Wie lange bleibt ein Puls in V?</translation>
        </message>
        <message>
            <source>Either pulse lifts V by 13 of 20 mV. Make the gap 1 ms: the two add up to a spike.</source>
            <translation>Jeder Puls hebt V um 13 von 20 mV. Bei 1 ms Pause ergeben beide einen Spike.</translation>
        </message>
        <message>
            <source>Adds up: a volley of pulses</source>
            <translation>Summiert: eine Salve von Pulsen</translation>
        </message>
        <message>
            <source>Can small pulses make a spike together?</source>
            <translation>Machen kleine Pulse zusammen einen Spike?</translation>
        </message>
        <message>
            <source>Each pulse comes before the last has leaked away. Widen the period: no spike.</source>
            <translation>Jeder Puls kommt, bevor der letzte abgeflossen ist. Längere Periode: kein Spike.</translation>
        </message>
        <message>
            <source>How fast does V follow the current?</source>
            <translation>Wie schnell folgt V dem Strom?</translation>
        </message>
        <message>
            <source>Change the current: V moves towards rest + R·I, with the time constant RC.</source>
            <translation>Den Strom ändern: V strebt mit der Zeitkonstante RC gegen Ruhe + R·I.</translation>
        </message>
        <message>
            <source>What does a charge do to a membrane?</source>
            <translation>Was macht eine Ladung?</translation>
        </message>
        <message>
            <source>8 pC divided by C are a jump of 10 mV. It leaks away slowly, since R is large.</source>
            <translation>8 pC durch C sind ein Sprung um 10 mV. Er fließt langsam ab, weil R groß ist.</translation>
        </message>
        <message>
            <source>How small a current makes it fire?</source>
            <translation>Wie klein darf der Strom sein?</translation>
        </message>
        <message>
            <source>Any does in the end: a spike takes 12 pC, from reset to threshold.</source>
            <translation>Jeder bringt es zum Feuern: Vom Reset zur Schwelle braucht ein Spike 12 pC.</translation>
        </message>
        <message>
            <source>How does the rate grow with the current?</source>
            <translation>Wie wächst die Rate mit dem Strom?</translation>
        </message>
        <message>
            <source>In proportion: without a leak, 2 nA give 133 Hz, and 4 nA twice as many.</source>
            <translation>Proportional: Ohne Leck geben 2 nA 133 Hz und 4 nA doppelt so viele.</translation>
        </message>
        <message>
            <source>How long does it remember a pulse?</source>
            <translation>Wie lange behält es einen Puls?</translation>
        </message>
        <message>
            <source>Each brings 8 of a spike's 12 pC: however long the gap, the second completes it.</source>
            <translation>Jeder bringt 8 der 12 pC eines Spikes: So lang die Pause ist, der zweite vollendet ihn.</translation>
        </message>
        <message>
            <source>time from one episode to the next</source>
            <translation>Zeit von einer Episode zur nächsten</translation>
        </message>
        <message>
            <source>%1: a stimulus that does not end has nothing to repeat; set it to 0, or choose a shape that ends.</source>
            <translation>%1: Ein Stimulus, der nicht endet, hat nichts zu wiederholen; auf 0 setzen oder eine Form wählen, die endet.</translation>
        </message>
        <message>
            <source>%1 must be longer than the stimulus, which ends at %2.</source>
            <translation>%1 muss länger sein als der Stimulus, der bei %2 endet.</translation>
        </message>
        <message>
            <source>Impedance</source>
            <translation>Impedanz</translation>
        </message>
        <message>
            <source>How far the potential swings for each unit of a small sine current of the stimulus's frequency, about where the neuron rests under the rest of the stimulus: |V|/|I|.</source>
            <translation>Wie weit das Potential für jede Einheit eines kleinen Sinusstroms mit der Frequenz des Stimulus schwingt, um die Ruhe des Neurons unter dem übrigen Stimulus: |V|/|I|.</translation>
        </message>
        <message>
            <source>More sodium channels: the upstroke is steeper and higher, and less current is needed for a spike. Too few, and there is none.</source>
            <translation>Mehr Natriumkanäle: der Aufstrich ist steiler und höher, und für einen Spike genügt weniger Strom. Sind es zu wenige, gibt es keinen.</translation>
        </message>
        <message>
            <source>More potassium channels: spikes end sooner and dip lower, and more current is needed to fire again.</source>
            <translation>Mehr Kaliumkanäle: Spikes enden früher und sinken tiefer, und um wieder zu feuern, ist mehr Strom nötig.</translation>
        </message>
        <message>
            <source>More leak: the membrane is faster and the same current moves V less, so that more is needed to fire.</source>
            <translation>Mehr Leck: die Membran ist schneller, und derselbe Strom bewegt V weniger, so dass zum Feuern mehr nötig ist.</translation>
        </message>
        <message>
            <source>Where sodium current would hold V: higher, and spikes reach higher, since more drives sodium in.</source>
            <translation>Wo der Natriumstrom V halten würde: ist es höher, reichen Spikes höher, da mehr das Natrium hineintreibt.</translation>
        </message>
        <message>
            <source>Where potassium current would hold V: lower, and V rests lower and dips deeper after a spike.</source>
            <translation>Wo der Kaliumstrom V halten würde: ist es tiefer, ruht V tiefer und sinkt nach einem Spike weiter ab.</translation>
        </message>
        <message>
            <source>Where the leak alone would hold V: higher, and V rests nearer to threshold, so that less current is needed to fire.</source>
            <translation>Wo das Leck allein V halten würde: ist es höher, ruht V näher an der Schwelle, so dass zum Feuern weniger Strom genügt.</translation>
        </message>
        <message>
            <source>How many pulses there are; each begins a period after the one before.</source>
            <translation>Wie viele Pulse es gibt; jeder beginnt eine Periode nach dem vorigen.</translation>
        </message>
        <message>
            <source>A longer gap gives the neuron more time to recover before the second pulse.</source>
            <translation>Ein längerer Abstand gibt dem Neuron mehr Zeit, sich vor dem zweiten Puls zu erholen.</translation>
        </message>
        <message>
            <source>How often the current swings in a second. A membrane follows slow swings and smooths out fast ones.</source>
            <translation>Wie oft der Strom in einer Sekunde schwingt. Eine Membran folgt langsamen Schwingungen und glättet schnelle.</translation>
        </message>
        <message>
            <source>Where in its swing the sine begins: π/2 is at its top.</source>
            <translation>Wo in seiner Schwingung der Sinus beginnt: π/2 ist ganz oben.</translation>
        </message>
        <message>
            <source>The current at which the ramp begins.</source>
            <translation>Der Strom, bei dem die Rampe beginnt.</translation>
        </message>
        <message>
            <source>The current at which the ramp ends. The further it is, the steeper the ramp; slow ramps let a neuron get used to them.</source>
            <translation>Der Strom, bei dem die Rampe endet. Je weiter er entfernt ist, desto steiler die Rampe; an langsame Rampen gewöhnt sich ein Neuron.</translation>
        </message>
        <message>
            <source>The strength of the second pulse. What the first one left behind decides whether it is enough.</source>
            <translation>Die Stärke des zweiten Pulses. Was der erste hinterlassen hat, entscheidet, ob sie genügt.</translation>
        </message>
        <message>
            <source>A lasting current around which the sine swings: it holds the neuron nearer to threshold, or farther from it.</source>
            <translation>Ein anhaltender Strom, um den der Sinus schwingt: er hält das Neuron näher an der Schwelle oder weiter von ihr.</translation>
        </message>
        <message>
            <source>Stronger noise: V is tossed about more, and spikes come at more irregular times, also below the rheobase.</source>
            <translation>Stärkeres Rauschen: V wird mehr umhergeworfen, und Spikes kommen unregelmäßiger, auch unterhalb der Rheobase.</translation>
        </message>
        <message>
            <source>How strong the stimulus is for each neuron, in units of its own rheobase: above 1 every one of them fires.</source>
            <translation>Wie stark der Stimulus für jedes Neuron ist, in Einheiten der eigenen Rheobase: über 1 feuert jedes von ihnen.</translation>
        </message>
        <message>
            <source>A smaller step follows the equations more closely and takes longer to compute.</source>
            <translation>Ein kleinerer Schritt folgt den Gleichungen genauer und braucht mehr Rechenzeit.</translation>
        </message>
        <message>
            <source>How long a run lasts that a command makes of this experiment; the neuron here lives on.</source>
            <translation>Wie lange ein Lauf dauert, den ein Befehl aus diesem Experiment macht; das Neuron hier lebt weiter.</translation>
        </message>
        <message>
            <source>More capacitance: more charge for the same potential, so that V moves more slowly and spikes are further apart.</source>
            <translation>Mehr Kapazität: mehr Ladung für dasselbe Potential, so dass sich V langsamer bewegt und Spikes weiter auseinander liegen.</translation>
        </message>
        <message>
            <source>More of these channels: their current pulls V more strongly to their reversal potential.</source>
            <translation>Mehr von diesen Kanälen: ihr Strom zieht V stärker zu ihrem Umkehrpotential.</translation>
        </message>
        <message>
            <source>More resistance: the same current moves V further, and more slowly.</source>
            <translation>Mehr Widerstand: derselbe Strom bewegt V weiter und langsamer.</translation>
        </message>
        <message>
            <source>The potential at which this current turns its direction: it pulls V there.</source>
            <translation>Das Potential, bei dem dieser Strom seine Richtung umkehrt: er zieht V dorthin.</translation>
        </message>
        <message>
            <source>A higher threshold: V has further to go, so that more current is needed, and spikes are further apart.</source>
            <translation>Eine höhere Schwelle: V hat es weiter, so dass mehr Strom nötig ist und Spikes weiter auseinander liegen.</translation>
        </message>
        <message>
            <source>Where V starts again after a spike: lower, and the next spike takes longer.</source>
            <translation>Wo V nach einem Spike wieder beginnt: ist es tiefer, lässt der nächste Spike länger auf sich warten.</translation>
        </message>
        <message>
            <source>How long V is held after a spike: longer, and the neuron can fire less often, however strong the current.</source>
            <translation>Wie lange V nach einem Spike gehalten wird: ist es länger, kann das Neuron weniger oft feuern, wie stark der Strom auch ist.</translation>
        </message>
        <message>
            <source>Warmer: gates move faster, three times for each 10 °C, and spikes are shorter and lower, until there are none.</source>
            <translation>Wärmer: die Gates bewegen sich schneller, dreimal so schnell je 10 °C, und Spikes sind kürzer und niedriger, bis es keine mehr gibt.</translation>
        </message>
        <message>
            <source>More current moves V up, and beyond the rheobase the neuron fires, the faster the more. Below 0 it is held down.</source>
            <translation>Mehr Strom hebt V, und jenseits der Rheobase feuert das Neuron, je mehr, desto schneller. Unter 0 wird es unten gehalten.</translation>
        </message>
        <message>
            <source>The strength of what follows.</source>
            <translation>Die Stärke dessen, was folgt.</translation>
        </message>
        <message>
            <source>The current before, or around which the rest swings.</source>
            <translation>Der Strom davor, oder um den das Übrige schwingt.</translation>
        </message>
        <message>
            <source>When it comes on, counted from the start of the run.</source>
            <translation>Wann er einsetzt, vom Beginn des Laufs an gezählt.</translation>
        </message>
        <message>
            <source>When it goes off, counted from the start of the run.</source>
            <translation>Wann er endet, vom Beginn des Laufs an gezählt.</translation>
        </message>
        <message>
            <source>How long a pulse lasts: a longer one brings more charge, so that less current is enough.</source>
            <translation>Wie lange ein Puls dauert: ein längerer bringt mehr Ladung, so dass weniger Strom genügt.</translation>
        </message>
        <message>
            <source>From one onset to the next: shorter, and the neuron has less time to recover, so that pulses add up or fail.</source>
            <translation>Von einem Einsatz zum nächsten: ist es kürzer, hat das Neuron weniger Zeit, sich zu erholen, so dass sich Pulse addieren oder ausfallen.</translation>
        </message>
        <message>
            <source>Where V begins when the run is restarted: away from rest, the first spike comes earlier or later.</source>
            <translation>Wo V beginnt, wenn der Lauf neu startet: abseits der Ruhe kommt der erste Spike früher oder später.</translation>
        </message>
        <message>
            <source>How long the noise remembers: longer, and it drifts instead of jittering.</source>
            <translation>Wie lange sich das Rauschen erinnert: ist es länger, treibt es, statt zu zittern.</translation>
        </message>
        <message>
            <source>nothing measured is called "%1"; the nearest is "%2".</source>
            <translation>nichts Gemessenes heißt »%1«; am nächsten ist »%2«.</translation>
        </message>
        <message>
            <source>%1 must become a finite number.</source>
            <translation>%1 muss eine endliche Zahl werden.</translation>
        </message>
        <message>
            <source>nothing to set is called "%1"; the nearest is "%2".</source>
            <translation>nichts, was sich setzen lässt, heißt »%1«; am nächsten ist »%2«.</translation>
        </message>
        <message>
            <source>it has no value for any %1 from %2 to %3.</source>
            <translation>es hat für kein %1 von %2 bis %3 einen Wert.</translation>
        </message>
        <message>
            <source>it jumps from %1 to %2 at %3.</source>
            <translation>es springt von %1 auf %2, bei %3.</translation>
        </message>
        <message>
            <source>it does not depend on %1.</source>
            <translation>es hängt nicht von %1 ab.</translation>
        </message>
        <message>
            <source>with %1 from %2 to %3 it lies between %4 and %5.</source>
            <translation>mit %1 von %2 bis %3 liegt es zwischen %4 und %5.</translation>
        </message>
        <message>
            <source>10 µA/cm² is above the sustained rheobase: spikes follow each other regularly.</source>
            <translation>10 µA/cm² liegt über der Rheobase des Dauerfeuerns: Die Spikes folgen einander regelmäßig.</translation>
        </message>
        <message>
            <source>The current only ever pulls V down, and the spike comes when it ends: h has recovered and n has fallen.</source>
            <translation>Der Strom zieht V nur nach unten, und der Spike kommt, wenn er endet: h hat sich erholt, und n ist gesunken.</translation>
        </message>
        <message>
            <source>The same pulse makes a spike the first time and none 5 ms later: h is still low and n high. Widen the gap until it fires again.</source>
            <translation>Der gleiche Puls löst beim ersten Mal einen Spike aus und 5 ms später keinen: h ist noch klein und n groß. Die Pause verlängern, bis das Neuron wieder feuert.</translation>
        </message>
        <message>
            <source>5 µA/cm² is enough for one spike after its onset, and too little for lasting firing.</source>
            <translation>5 µA/cm² genügt für einen Spike nach dem Einschalten und ist zu wenig für Dauerfeuern.</translation>
        </message>
        <message>
            <source>The current is just above the rheobase of 2 nA. Lower it by 0.1 nA and the neuron falls silent.</source>
            <translation>Der Strom liegt knapp über der Rheobase von 2 nA. Um 0,1 nA verringert, und das Neuron verstummt.</translation>
        </message>
        <message>
            <source>Rest at 0 (textbook form C dV/dt = I − V/R)</source>
            <translation>Ruhe bei 0 (Lehrbuchform C dV/dt = I − V/R)</translation>
        </message>
        <message>
            <source>Potentials are counted from rest, so the rheobase is V_th/R = 1.5 nA.</source>
            <translation>Potentiale zählen von der Ruhe an, daher ist die Rheobase V_th/R = 1,5 nA.</translation>
        </message>
        <message>
            <source>τ is 10 ms; V_reset is the resting potential, so each interval repeats the first.</source>
            <translation>τ ist 10 ms; V_reset ist das Ruhepotential, daher gleicht jedes Intervall dem ersten.</translation>
        </message>
        <message>
            <source>Either pulse lifts V by 13 of the 20 mV to threshold. After 50 ms the first is forgotten; make the gap 1 ms and the two add up to a spike.</source>
            <translation>Jeder Puls hebt V um 13 der 20 mV bis zur Schwelle. Nach 50 ms ist der erste vergessen; bei 1 ms Pause ergeben beide zusammen einen Spike.</translation>
        </message>
        <message>
            <source>Change the current: V moves towards E_L + R·I with the time constant τ = RC.</source>
            <translation>Den Strom ändern: V strebt mit der Zeitkonstante τ = RC gegen E_L + R·I.</translation>
        </message>
        <message>
            <source>The pulse carries 4 nA · 2 ms = 8 pC; divided by C it is a jump of 10 mV, which leaks away slowly because R is large.</source>
            <translation>Der Puls bringt 4 nA · 2 ms = 8 pC; durch C geteilt ist das ein Sprung um 10 mV, der langsam abfließt, weil R groß ist.</translation>
        </message>
        <message>
            <source>However small a current is, it makes this neuron fire in the end: the charge C·(V_th − V_reset) is 12 pC.</source>
            <translation>So klein ein Strom auch ist, er bringt dieses Neuron schließlich zum Feuern: Die Ladung C·(V_th − V_reset) beträgt 12 pC.</translation>
        </message>
        <message>
            <source>Rest at 0 (textbook form C dV/dt = I)</source>
            <translation>Ruhe bei 0 (Lehrbuchform C dV/dt = I)</translation>
        </message>
        <message>
            <source>The rate is I/(C·V_th): 133 Hz at 2 nA, and proportional to the current.</source>
            <translation>Die Rate ist I/(C·V_th): 133 Hz bei 2 nA und proportional zum Strom.</translation>
        </message>
        <message>
            <source>Either pulse brings 8 of the 12 pC that a spike needs. However long the gap, the second one completes it.</source>
            <translation>Jeder Puls bringt 8 der 12 pC, die ein Spike braucht. Wie lang die Pause auch ist, der zweite vollendet ihn.</translation>
        </message>
        <message>
            <source>An ask is a number, choice, order, text or sketch, not "%1".</source>
            <translation>Ein ask ist number, choice, order, text oder sketch, nicht „%1“.</translation>
        </message>
        <message>
            <source>An ask has a name of its own: "ask %1 NAME".</source>
            <translation>Ein ask hat einen eigenen Namen: „ask %1 NAME“.</translation>
        </message>
        <message>
            <source>An option is "- [ ] name: text", with [x] where it is right, not "%1".</source>
            <translation>Eine Antwort ist „- [ ] name: Text“, mit [x], wo sie richtig ist, nicht „%1“.</translation>
        </message>
        <message>
            <source>An option has a name and a text: "more: It grows", not "%1".</source>
            <translation>Eine Antwort hat einen Namen und einen Text: „more: Es wächst“, nicht „%1“.</translation>
        </message>
        <message>
            <source>"right" belongs to a number; of a choice the right options have [x].</source>
            <translation>„right“ gehört zu einer Zahl; die richtigen Antworten einer Auswahl haben [x].</translation>
        </message>
        <message>
            <source>A case is "VALUE -&gt; tag: what the student hears", not "%1".</source>
            <translation>Ein Fall ist „WERT -&gt; tag: was die Lernenden hören“, nicht „%1“.</translation>
        </message>
        <message>
            <source>A case belongs to a number ("case: 2 -&gt; …") or to an order ("case: n before V -&gt; …").</source>
            <translation>Ein Fall gehört zu einer Zahl („case: 2 -&gt; …“) oder zu einer Reihenfolge („case: n before V -&gt; …“).</translation>
        </message>
        <message>
            <source>The question itself is missing: write it as the first line of the block.</source>
            <translation>Die Frage selbst fehlt: Schreiben Sie sie in die erste Zeile des Blocks.</translation>
        </message>
        <message>
            <source>A sketch needs its axes: "axes: t 0 … 100 ms, V −75 … −45 mV".</source>
            <translation>Eine Skizze braucht ihre Achsen: „axes: t 0 … 100 ms, V −75 … −45 mV“.</translation>
        </message>
        <message>
            <source>Two options have the same name; give each its own.</source>
            <translation>Zwei Antworten haben denselben Namen; geben Sie jeder ihren eigenen.</translation>
        </message>
        <message>
            <source>A choice or an order has 2 to %1 options, each on a line that begins with "- ".</source>
            <translation>Eine Auswahl oder Reihenfolge hat 2 bis %1 Antworten, jede in einer Zeile, die mit „- “ beginnt.</translation>
        </message>
        <message>
            <source>Nothing is right here: add "right: …" or [x], or "open: yes" where it is only compared later.</source>
            <translation>Hier ist nichts richtig: Es fehlt „right: …“ oder [x], oder „open: yes“, wo nur später verglichen wird.</translation>
        </message>
        <message>
            <source>Say it in at least %1 words.</source>
            <translation>Sagen Sie es in mindestens %1 Wörtern.</translation>
        </message>
        <message>
            <source>%1 can be read as %2 and as %3: leave the sign out.</source>
            <translation>%1 kann als %2 und als %3 gelesen werden: Lassen Sie das Zeichen weg.</translation>
        </message>
        <message>
            <source>"%1" is no number; one is "12.5 %2".</source>
            <translation>„%1“ ist keine Zahl; eine ist „12.5 %2“.</translation>
        </message>
        <message>
            <source>Nothing is chosen yet.</source>
            <translation>Noch ist nichts gewählt.</translation>
        </message>
        <message>
            <source>There is not enough memory to read the lesson.</source>
            <translation>Es ist nicht genug Speicher da, um die Lektion zu lesen.</translation>
        </message>
        <message>
            <source>A block stands at the margin, not inside of a list or a quotation.</source>
            <translation>Ein Block steht am Rand, nicht in einer Liste oder einem Zitat.</translation>
        </message>
        <message>
            <source>A block begins with a word behind its ```: start, ask, check, hint, show, seal or teacher.</source>
            <translation>Ein Block beginnt mit einem Wort hinter seinen ```: start, ask, check, hint, show, seal oder teacher.</translation>
        </message>
        <message>
            <source>"%1" is no block of a lesson; the nearest is "%2".</source>
            <translation>„%1“ ist kein Block einer Lektion; am nächsten kommt „%2“.</translation>
        </message>
        <message>
            <source>A step begins with "## Title {#id}", not with "%1".</source>
            <translation>Ein Schritt beginnt mit „## Titel {#id}“, nicht mit „%1“.</translation>
        </message>
        <message>
            <source>A link leads to a page of the web (https://…), not to "%1".</source>
            <translation>Ein Verweis führt auf eine Seite im Netz (https://…), nicht zu „%1“.</translation>
        </message>
        <message>
            <source>A picture lies in the lesson's own folder: name its file, not "%1".</source>
            <translation>Ein Bild liegt im Ordner der Lektion: Nennen Sie seine Datei, nicht „%1“.</translation>
        </message>
        <message>
            <source>A lesson has no HTML; leave out "%1".</source>
            <translation>Eine Lektion hat kein HTML; lassen Sie „%1“ weg.</translation>
        </message>
        <message>
            <source>This block is not closed; end it with a line of ```.</source>
            <translation>Dieser Block ist nicht geschlossen; beenden Sie ihn mit einer Zeile aus ```.</translation>
        </message>
        <message>
            <source>There is no "%1" here, nor anything else of the kind.</source>
            <translation>Hier gibt es kein „%1“ und auch nichts anderes dieser Art.</translation>
        </message>
        <message>
            <source>There is no "%1" here; the nearest is "%2".</source>
            <translation>Hier gibt es kein „%1“; am nächsten kommt „%2“.</translation>
        </message>
        <message>
            <source>A lesson has at most 1 MB; this one has more: shorten it, or split it.</source>
            <translation>Eine Lektion hat höchstens 1 MB, diese hat mehr: Kürzen oder teilen Sie sie.</translation>
        </message>
        <message>
            <source>This is no text in UTF-8; save it as such.</source>
            <translation>Das ist kein Text in UTF-8; speichern Sie ihn so.</translation>
        </message>
        <message>
            <source>This line is longer than any of a lesson; break it.</source>
            <translation>Diese Zeile ist länger als jede einer Lektion; brechen Sie sie um.</translation>
        </message>
        <message>
            <source>The head of the lesson is not closed; end it with a line of ---.</source>
            <translation>Der Kopf der Lektion ist nicht geschlossen; beenden Sie ihn mit einer Zeile aus ---.</translation>
        </message>
        <message>
            <source>A lesson begins with its head between two lines of ---.</source>
            <translation>Eine Lektion beginnt mit ihrem Kopf zwischen zwei Zeilen aus ---.</translation>
        </message>
        <message>
            <source>"%1" is no number that can be had.</source>
            <translation>„%1“ ist keine Zahl, mit der man rechnen kann.</translation>
        </message>
        <message>
            <source>isi(…) needs which interval it is, from 1 on, not "%1".</source>
            <translation>isi(…) braucht die Nummer des Intervalls, von 1 an, nicht „%1“.</translation>
        </message>
        <message>
            <source>What a ghost has is a setting: "ghost.exists with R = 20 MΩ".</source>
            <translation>Eine aufgehobene Kurve hat Einstellungen: „ghost.exists with R = 20 MΩ“.</translation>
        </message>
        <message>
            <source>"%1" is seen in the window alone: write "live" behind the check's name.</source>
            <translation>„%1“ ist nur im Fenster zu sehen: Schreiben Sie „live“ hinter den Namen des check.</translation>
        </message>
        <message>
            <source>Seeds are whole numbers, such as "over seeds 1…4", not "%1".</source>
            <translation>Startwerte sind ganze Zahlen, etwa „over seeds 1…4“, nicht „%1“.</translation>
        </message>
        <message>
            <source>A run is made over at most %1 seeds, from a lower to a higher one.</source>
            <translation>Ein Lauf wird mit höchstens %1 Startwerten gemacht, vom kleineren zum größeren.</translation>
        </message>
        <message>
            <source>"since" goes on with "start:" or "change:", not with "%1".</source>
            <translation>Auf „since“ folgt „start:“ oder „change:“, nicht „%1“.</translation>
        </message>
        <message>
            <source>A run ends with a colon and what is measured: "run 200 ms: spikes = 1".</source>
            <translation>Ein Lauf endet mit einem Doppelpunkt und dem, was gemessen wird: „run 200 ms: spikes = 1“.</translation>
        </message>
        <message>
            <source>A run lasts more than 0 and at most %1 s of model time.</source>
            <translation>Ein Lauf dauert mehr als 0 und höchstens %1 s Modellzeit.</translation>
        </message>
        <message>
            <source>%1 is measured in a run: write "run 200 ms: %1".</source>
            <translation>%1 wird in einem Lauf gemessen: Schreiben Sie „run 200 ms: %1“.</translation>
        </message>
        <message>
            <source>%1 needs no run: leave out what stands before it.</source>
            <translation>%1 braucht keinen Lauf: Lassen Sie weg, was davor steht.</translation>
        </message>
        <message>
            <source>%1 lies outside of the run.</source>
            <translation>%1 liegt außerhalb des Laufs.</translation>
        </message>
        <message>
            <source>%1 is yes or no, not "%2".</source>
            <translation>%1 ist yes oder no, nicht „%2“.</translation>
        </message>
        <message>
            <source>"%1" is no condition: one is "C = 0.8 nF" or "run 200 ms: spikes &gt;= 1".</source>
            <translation>„%1“ ist keine Bedingung; eine ist „C = 0.8 nF“ oder „run 200 ms: spikes &gt;= 1“.</translation>
        </message>
        <message>
            <source>A check has one line "just …", such as "just two-pulses.gap + 0.2 ms".</source>
            <translation>Ein check hat eine Zeile „just …“, etwa „just two-pulses.gap + 0.2 ms“.</translation>
        </message>
        <message>
            <source>A mistake is "else CONDITION -&gt; tag: what the student hears", not "%1".</source>
            <translation>Ein Fehler ist „else BEDINGUNG -&gt; tag: was die Lernenden hören“, nicht „%1“.</translation>
        </message>
        <message>
            <source>%1 is %2; less than %3 is wanted.</source>
            <translation>%1 ist %2; gesucht ist weniger als %3.</translation>
        </message>
        <message>
            <source>%1 is %2; at most %3 is wanted.</source>
            <translation>%1 ist %2; gesucht ist höchstens %3.</translation>
        </message>
        <message>
            <source>%1 is %2; more than %3 is wanted.</source>
            <translation>%1 ist %2; gesucht ist mehr als %3.</translation>
        </message>
        <message>
            <source>%1 is %2; at least %3 is wanted.</source>
            <translation>%1 ist %2; gesucht ist mindestens %3.</translation>
        </message>
        <message>
            <source>%1 is %2; %3 is wanted.</source>
            <translation>%1 ist %2; gesucht ist %3.</translation>
        </message>
        <message>
            <source>The question before is not answered yet.</source>
            <translation>Die Frage davor ist noch nicht beantwortet.</translation>
        </message>
        <message>
            <source>The answer to the question before does not fit yet.</source>
            <translation>Die Antwort auf die Frage davor passt noch nicht.</translation>
        </message>
        <message>
            <source>The view "%1" is not shown yet.</source>
            <translation>Die Ansicht „%1“ ist noch nicht zu sehen.</translation>
        </message>
        <message>
            <source>No kept trace has %1 yet.</source>
            <translation>Noch keine aufgehobene Kurve hat %1.</translation>
        </message>
        <message>
            <source>The fixed point is not stable.</source>
            <translation>Der Fixpunkt ist nicht stabil.</translation>
        </message>
        <message>
            <source>The fixed point is stable.</source>
            <translation>Der Fixpunkt ist stabil.</translation>
        </message>
        <message>
            <source>%1 has not been measured yet; %2 is wanted.</source>
            <translation>%1 ist noch nicht gemessen; gesucht ist %2.</translation>
        </message>
        <message>
            <source>There is no %1 here; %2 is wanted.</source>
            <translation>Hier gibt es kein %1; gesucht ist %2.</translation>
        </message>
        <message>
            <source>There is no %1 in this experiment.</source>
            <translation>In diesem Experiment gibt es kein %1.</translation>
        </message>
        <message>
            <source>It would still be so with %1 = %2: go on to the edge.</source>
            <translation>Auch mit %1 = %2 wäre es noch so: Gehen Sie weiter bis an die Grenze.</translation>
        </message>
        <message>
            <source>This could not be computed within %1 s; nothing is known yet.</source>
            <translation>In %1 s war das nicht zu berechnen; noch ist nichts bekannt.</translation>
        </message>
        <message>
            <source>The head of a lesson has at least the lines "lesson: its-name", "title: …", "goal: …" and "minutes: …".</source>
            <translation>Der Kopf einer Lektion hat mindestens die Zeilen „lesson: ihr-name“, „title: …“, „goal: …“ und „minutes: …“.</translation>
        </message>
        <message>
            <source>A hint is a numbered list: "1. …", then "2. …", each nearer to the answer.</source>
            <translation>Ein Hinweis ist eine nummerierte Liste: „1. …“, dann „2. …“, jeder näher an der Antwort.</translation>
        </message>
        <message>
            <source>What is sealed is "R: 12 … 25 MΩ, step 0.1", not "%1".</source>
            <translation>Versiegelt wird so: „R: 12 … 25 MΩ, step 0.1“, nicht „%1“.</translation>
        </message>
        <message>
            <source>What is sealed lies between a lower and a higher value, by a step above 0.</source>
            <translation>Was versiegelt ist, liegt zwischen einem kleineren und einem größeren Wert, mit einem Schritt über 0.</translation>
        </message>
        <message>
            <source>The lesson has no steps; one begins with "## Title {#id}".</source>
            <translation>Die Lektion hat keine Schritte; einer beginnt mit „## Titel {#id}“.</translation>
        </message>
        <message>
            <source>This block stands before the first step; one begins with "## Title {#id}".</source>
            <translation>Dieser Block steht vor dem ersten Schritt; einer beginnt mit „## Titel {#id}“.</translation>
        </message>
        <message>
            <source>There is another step "%1"; give each its own name.</source>
            <translation>Es gibt schon einen Schritt „%1“; geben Sie jedem seinen eigenen Namen.</translation>
        </message>
        <message>
            <source>A lesson has at most %1 steps; split it.</source>
            <translation>Eine Lektion hat höchstens %1 Schritte; teilen Sie sie.</translation>
        </message>
        <message>
            <source>A step has one start; put both into one block.</source>
            <translation>Ein Schritt hat einen start; schreiben Sie beides in einen Block.</translation>
        </message>
        <message>
            <source>The first step needs a block "start" with "model: …".</source>
            <translation>Der erste Schritt braucht einen Block „start“ mit „model: …“.</translation>
        </message>
        <message>
            <source>There is another ask "%1"; give each its own name.</source>
            <translation>Es gibt schon ein ask „%1“; geben Sie jedem seinen eigenen Namen.</translation>
        </message>
        <message>
            <source>Behind a check's name stands "live", "quiet" or nothing, not "%1".</source>
            <translation>Hinter dem Namen eines check steht „live“, „quiet“ oder nichts, nicht „%1“.</translation>
        </message>
        <message>
            <source>A check has a name that no other has: "check NAME", not "%1".</source>
            <translation>Ein check hat einen Namen, den kein anderer hat: „check NAME“, nicht „%1“.</translation>
        </message>
        <message>
            <source>The check has no condition; one is "run 200 ms: spikes &gt;= 1".</source>
            <translation>Der check hat keine Bedingung; eine ist „run 200 ms: spikes &gt;= 1“.</translation>
        </message>
        <message>
            <source>A teacher's line is "solution CHECK: set R = 18 MΩ" or "wrong CHECK: set R = 5 MΩ -&gt; tag".</source>
            <translation>Eine Zeile der Lehrkraft ist „solution CHECK: set R = 18 MΩ“ oder „wrong CHECK: set R = 5 MΩ -&gt; tag“.</translation>
        </message>
        <message>
            <source>The check %1 has no solution; add "solution %1: set …" to the teacher's block.</source>
            <translation>Der check %1 hat keine Lösung; schreiben Sie „solution %1: set …“ in den Block der Lehrkraft.</translation>
        </message>
        <message>
            <source>No mistake leads to the feedback "%1"; add "wrong %2: set … -&gt; %1".</source>
            <translation>Kein Fehler führt zur Rückmeldung „%1“; es fehlt „wrong %2: set … -&gt; %1“.</translation>
        </message>
        <message>
            <source>The check %1 is solved before anything is done.</source>
            <translation>Der check %1 ist gelöst, bevor etwas getan ist.</translation>
        </message>
        <message>
            <source>This does not solve %1: %2</source>
            <translation>Das löst %1 nicht: %2</translation>
        </message>
        <message>
            <source>This is no mistake: it solves %1.</source>
            <translation>Das ist kein Fehler: Es löst %1.</translation>
        </message>
        <message>
            <source>This mistake gets no feedback instead of "%1".</source>
            <translation>Dieser Fehler bekommt keine Rückmeldung statt „%1“.</translation>
        </message>
        <message>
            <source>This mistake gets the feedback "%1" instead of "%2".</source>
            <translation>Dieser Fehler bekommt die Rückmeldung „%1“ statt „%2“.</translation>
        </message>
        <message>
            <source>The right answer of %1 is not right.</source>
            <translation>Die richtige Antwort von %1 ist nicht richtig.</translation>
        </message>
        <message>
            <source>The case "%1" of %2 is never heard: another one, or the right answer, comes first.</source>
            <translation>Der Fall „%1“ von %2 ist nie zu hören: Ein anderer oder die richtige Antwort kommt zuerst.</translation>
        </message>
        <message>
            <source>The wrong option "%1" of %2 has no feedback; write it below, behind "&gt;".</source>
            <translation>Die falsche Antwort „%1“ von %2 hat keine Rückmeldung; schreiben Sie sie darunter, hinter „&gt;“.</translation>
        </message>
        <message>
            <source>A hint holds the answer, %1 %2.</source>
            <translation>Ein Hinweis enthält die Antwort, %1 %2.</translation>
        </message>
        <message>
            <source>Tries: %1. Hints: %2.</source>
            <translation>Versuche: %1. Hinweise: %2.</translation>
        </message>
        <message>
            <source>The hash of this gate is damaged; publish the lesson again.</source>
            <translation>Der Hashwert dieses Tors ist beschädigt; veröffentlichen Sie die Lektion erneut.</translation>
        </message>
        <message>
            <source>A gate is a word to say, of at most %1 letters: &quot;gate: axon&quot;.</source>
            <translation>Ein Tor ist ein Wort zum Sagen, mit höchstens %1 Buchstaben: „gate: axon“.</translation>
        </message>
        <message>
            <source>The word that opens this step: %1</source>
            <translation>Das Wort, das diesen Schritt öffnet: %1</translation>
        </message>
        <message>
            <source>Minutes: %1.</source>
            <translation>Minuten: %1.</translation>
        </message>
        <message>
            <source>The student holds this for right.</source>
            <translation>Die Lernenden halten das für richtig.</translation>
        </message>
        <message>
            <source>The report is damaged: where "%1" should be, there is no object.</source>
            <translation>Der Bericht ist beschädigt: Wo „%1“ stehen sollte, ist kein Objekt.</translation>
        </message>
        <message>
            <source>The report is damaged: "%1" is missing.</source>
            <translation>Der Bericht ist beschädigt: „%1“ fehlt.</translation>
        </message>
        <message>
            <source>The report is damaged: "%1" must be a text.</source>
            <translation>Der Bericht ist beschädigt: „%1“ muss ein Text sein.</translation>
        </message>
        <message>
            <source>The report is damaged: "%1" must be true or false.</source>
            <translation>Der Bericht ist beschädigt: „%1“ muss true oder false sein.</translation>
        </message>
        <message>
            <source>The report is damaged: "%1" must be a number.</source>
            <translation>Der Bericht ist beschädigt: „%1“ muss eine Zahl sein.</translation>
        </message>
        <message>
            <source>The report is damaged: "%1" must be a list.</source>
            <translation>Der Bericht ist beschädigt: „%1“ muss eine Liste sein.</translation>
        </message>
        <message>
            <source>"%1" is no feature of a sketch: one is "%2".</source>
            <translation>„%1“ ist kein Merkmal einer Skizze: eines ist „%2“.</translation>
        </message>
        <message>
            <source>A candidate is a row of points: "candidate: (20, -70) (140, -60) -&gt; tag".</source>
            <translation>Ein Kandidat ist eine Reihe von Punkten: „candidate: (20, -70) (140, -60) -&gt; tag“.</translation>
        </message>
        <message>
            <source>A hand does not draw that exactly: write ± %1 or more.</source>
            <translation>So genau zeichnet keine Hand: Schreiben Sie ± %1 oder mehr.</translation>
        </message>
        <message>
            <source>A hand draws nothing that narrow: write a part of %1 or more.</source>
            <translation>So schmal zeichnet keine Hand: Schreiben Sie einen Abschnitt von %1 oder mehr.</translation>
        </message>
        <message>
            <source>A sketch has at most %1 features.</source>
            <translation>Eine Skizze hat höchstens %1 Merkmale.</translation>
        </message>
        <message>
            <source>A sketch is V against t, rate against I, or one state against another, not %1 against %2.</source>
            <translation>Eine Skizze ist V gegen t, rate gegen I oder ein Zustand gegen einen anderen, nicht %1 gegen %2.</translation>
        </message>
        <message>
            <source>An axis is "V -75 … -45 mV": a name, and from where to where, not "%1".</source>
            <translation>Eine Achse ist „V -75 … -45 mV“: ein Name, und von wo bis wo, nicht „%1“.</translation>
        </message>
        <message>
            <source>Behind a feature stands "-&gt; tag: what the student hears", not "%1".</source>
            <translation>Hinter einem Merkmal steht „-&gt; tag: was der Student hört“, nicht „%1“.</translation>
        </message>
        <message>
            <source>Directions are those of a path in the plane of two states.</source>
            <translation>Richtungen sind die eines Weges in der Ebene zweier Zustände.</translation>
        </message>
        <message>
            <source>What is given of a path is what the run has come to: "given: until 20 ms".</source>
            <translation>Gegeben ist von einem Weg, wohin der Lauf gekommen ist: „given: until 20 ms“.</translation>
        </message>
        <message>
            <source>Where firing starts is seen in a sketch of rate against I.</source>
            <translation>Wo das Feuern beginnt, sieht man in einer Skizze von rate gegen I.</translation>
        </message>
        <message>
            <source>Write each feature on a line of its own.</source>
            <translation>Schreiben Sie jedes Merkmal in eine eigene Zeile.</translation>
        </message>
        <message>
            <source>%1 lies outside of the axes of the sketch.</source>
            <translation>%1 liegt außerhalb der Achsen der Skizze.</translation>
        </message>
        <message>
            <source>%1 = %2 ± %3 at %4</source>
            <translation>%1 = %2 ± %3 bei %4</translation>
        </message>
        <message>
            <source>%1 changes by %2 ± %3 from %4 to %5</source>
            <translation>%1 ändert sich um %2 ± %3 von %4 bis %5</translation>
        </message>
        <message>
            <source>It rises from %1 to %2</source>
            <translation>Es steigt von %1 bis %2</translation>
        </message>
        <message>
            <source>It falls from %1 to %2</source>
            <translation>Es fällt von %1 bis %2</translation>
        </message>
        <message>
            <source>It gets less steep from %1 to %2</source>
            <translation>Es wird flacher von %1 bis %2</translation>
        </message>
        <message>
            <source>It gets steeper from %1 to %2</source>
            <translation>Es wird steiler von %1 bis %2</translation>
        </message>
        <message>
            <source>It is flat from %1 to %2</source>
            <translation>Es ist eben von %1 bis %2</translation>
        </message>
        <message>
            <source>It is straight from %1 to %2</source>
            <translation>Es ist gerade von %1 bis %2</translation>
        </message>
        <message>
            <source>It has one peak from %1 to %2</source>
            <translation>Es hat einen Gipfel von %1 bis %2</translation>
        </message>
        <message>
            <source>It is below %1 at %2</source>
            <translation>Es ist unter %1 bei %2</translation>
        </message>
        <message>
            <source>It is below %1 from %2 to %3</source>
            <translation>Es ist unter %1 von %2 bis %3</translation>
        </message>
        <message>
            <source>It is above %1 at %2</source>
            <translation>Es ist über %1 bei %2</translation>
        </message>
        <message>
            <source>It is above %1 from %2 to %3</source>
            <translation>Es ist über %1 von %2 bis %3</translation>
        </message>
        <message>
            <source>It has a spike from %1 to %2</source>
            <translation>Es hat einen Spike von %1 bis %2</translation>
        </message>
        <message>
            <source>It begins below %1</source>
            <translation>Es beginnt unter %1</translation>
        </message>
        <message>
            <source>It jumps to more than %1</source>
            <translation>Es springt auf mehr als %1</translation>
        </message>
        <message>
            <source>It is zero from %1 to %2</source>
            <translation>Es ist null von %1 bis %2</translation>
        </message>
        <message>
            <source>It comes before the other curve</source>
            <translation>Es kommt vor der anderen Kurve</translation>
        </message>
        <message>
            <source>It goes %1</source>
            <translation>Es geht %1</translation>
        </message>
        <message>
            <source>The peak is %1 higher and %2 later than drawn.</source>
            <translation>Der Gipfel ist %1 höher und %2 später als gezeichnet.</translation>
        </message>
        <message>
            <source>The peak is %1 higher and %2 earlier than drawn.</source>
            <translation>Der Gipfel ist %1 höher und %2 früher als gezeichnet.</translation>
        </message>
        <message>
            <source>The peak is %1 lower and %2 later than drawn.</source>
            <translation>Der Gipfel ist %1 niedriger und %2 später als gezeichnet.</translation>
        </message>
        <message>
            <source>The peak is %1 lower and %2 earlier than drawn.</source>
            <translation>Der Gipfel ist %1 niedriger und %2 früher als gezeichnet.</translation>
        </message>
        <message>
            <source>There is a peak of %1 at %2 that was not drawn.</source>
            <translation>Da ist ein Gipfel von %1 bei %2, der nicht gezeichnet war.</translation>
        </message>
        <message>
            <source>It is nowhere farther than %1 from what was drawn.</source>
            <translation>Es ist nirgends weiter als %1 von der Zeichnung entfernt.</translation>
        </message>
        <message>
            <source>It is up to %1 higher than drawn, most of all at %2.</source>
            <translation>Es ist bis zu %1 höher als gezeichnet, am meisten bei %2.</translation>
        </message>
        <message>
            <source>It is up to %1 lower than drawn, most of all at %2.</source>
            <translation>Es ist bis zu %1 niedriger als gezeichnet, am meisten bei %2.</translation>
        </message>
        <message>
            <source>The run itself does not do this: %1.</source>
            <translation>Der Lauf selbst tut das nicht: %1.</translation>
        </message>
        <message>
            <source>This candidate gets the feedback "%1" instead of "%2".</source>
            <translation>Dieser Kandidat bekommt die Rückmeldung „%1“ statt „%2“.</translation>
        </message>
        <message>
            <source>No candidate leads to the feedback "%1"; add "candidate: (x, y) (x, y) -&gt; %1".</source>
            <translation>Kein Kandidat führt zur Rückmeldung „%1“; fügen Sie „candidate: (x, y) (x, y) -&gt; %1“ hinzu.</translation>
        </message>
        <message>
            <source>The report is damaged: "%1" must be a list of points.</source>
            <translation>Der Bericht ist beschädigt: „%1“ muss eine Liste von Punkten sein.</translation>
        </message>
        <message>
            <source>The report is damaged: "%1" must be a list of texts.</source>
            <translation>Der Bericht ist beschädigt: „%1“ muss eine Liste von Texten sein.</translation>
        </message>
        <message>
            <source>This file holds no report of a lesson.</source>
            <translation>Diese Datei enthält keinen Bericht einer Lektion.</translation>
        </message>
        <message>
            <source>This report was written by a newer Rheobase: use that one.</source>
            <translation>Diesen Bericht hat ein neueres Rheobase geschrieben: Verwenden Sie das.</translation>
        </message>
        <message>
            <source>This file is larger than any report of a lesson.</source>
            <translation>Diese Datei ist größer als jeder Bericht einer Lektion.</translation>
        </message>
        <message>
            <source>The report is damaged: what it holds is no JSON.</source>
            <translation>Der Bericht ist beschädigt: Was er enthält, ist kein JSON.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>(%1 minutes)</source>
            <translation>(%1 Minuten)</translation>
        </message>
        <message>
            <source>What the model leaves out</source>
            <translation>Was das Modell weglässt</translation>
        </message>
        <message>
            <source>Sketch it:</source>
            <translation>Skizze:</translation>
        </message>
        <message>
            <source>Done. What I set:</source>
            <translation>Geschafft. Eingestellt habe ich:</translation>
        </message>
        <message>
            <source>Wanted:</source>
            <translation>Gesucht:</translation>
        </message>
        <message>
            <source>A stimulus of a lesson has at most %1 shapes; leave some out.</source>
            <translation>Ein Reiz einer Lektion hat höchstens %1 Formen; einige weglassen.</translation>
        </message>
        <message>
            <source>The first thing that a lesson sets is "model: …".</source>
            <translation>Als Erstes setzt eine Lektion „model: …“.</translation>
        </message>
        <message>
            <source>A lock is "nothing", "all", "all but R, C" or "R, C", not "%1".</source>
            <translation>Eine Sperre ist „nothing“, „all“, „all but R, C“ oder „R, C“, nicht „%1“.</translation>
        </message>
        <message>
            <source>Kept traces can be cleared: "ghosts: clear", not "%1".</source>
            <translation>Aufgehobene Kurven kann man entfernen: „ghosts: clear“, nicht „%1“.</translation>
        </message>
        <message>
            <source>What a teacher sets is "set …", "stimulus …", "noise …", "preset …", "model …", "mode …" or "answer …", not "%1".</source>
            <translation>Was eine Lehrkraft setzt, ist „set …“, „stimulus …“, „noise …“, „preset …“, „model …“, „mode …“ oder „answer …“, nicht „%1“.</translation>
        </message>
        <message>
            <source>The head of a translation has at least the lines "lesson: its-name" and "language: de".</source>
            <translation>Der Kopf einer Übersetzung hat mindestens die Zeilen „lesson: ihr-name“ und „language: de“.</translation>
        </message>
        <message>
            <source>This is a translation of another lesson, "%1".</source>
            <translation>Das ist die Übersetzung einer anderen Lektion, „%1“.</translation>
        </message>
        <message>
            <source>This is not translated: "%1"</source>
            <translation>Das ist nicht übersetzt: „%1“</translation>
        </message>
        <message>
            <source>This has other numbers than the original: "%1"</source>
            <translation>Hier stehen andere Zahlen als im Original: „%1“</translation>
        </message>
        <message>
            <source>The original has nothing at this place.</source>
            <translation>Das Original hat an dieser Stelle nichts.</translation>
        </message>
        <message>
            <source>holding potential</source>
            <translation>Haltepotential</translation>
        </message>
        <message>
            <source>time at holding before the first change</source>
            <translation>Zeit am Haltepotential vor dem ersten Sprung</translation>
        </message>
        <message>
            <source>potential of the prepulse</source>
            <translation>Potential des Vorpulses</translation>
        </message>
        <message>
            <source>width of the prepulse</source>
            <translation>Dauer des Vorpulses</translation>
        </message>
        <message>
            <source>time at holding between prepulse and test</source>
            <translation>Zeit am Haltepotential zwischen Vorpuls und Test</translation>
        </message>
        <message>
            <source>width of the test</source>
            <translation>Dauer des Tests</translation>
        </message>
        <message>
            <source>potential of the tail</source>
            <translation>Potential des Tails</translation>
        </message>
        <message>
            <source>width of the tail</source>
            <translation>Dauer des Tails</translation>
        </message>
        <message>
            <source>time at holding at the end</source>
            <translation>Zeit am Haltepotential am Ende</translation>
        </message>
        <message>
            <source>time from one step of a run to the next (0: there is one)</source>
            <translation>Zeit von einem Sprung eines Laufs zum nächsten (0: nur einer)</translation>
        </message>
        <message>
            <source>series resistance of the electrode</source>
            <translation>Serienwiderstand der Elektrode</translation>
        </message>
        <message>
            <source>holding potential of the quarter steps</source>
            <translation>Haltepotential der Viertelsprünge</translation>
        </message>
        <message>
            <source>test potential</source>
            <translation>Testpotential</translation>
        </message>
        <message>
            <source>blocked share of a conductance in per cent</source>
            <translation>blockierter Anteil eines Leitwerts in Prozent</translation>
        </message>
        <message>
            <source>commanded potential</source>
            <translation>Kommandopotential</translation>
        </message>
        <message>
            <source>membrane current</source>
            <translation>Membranstrom</translation>
        </message>
        <message>
            <source>%1 cannot be voltage-clamped, as its potential jumps after a spike; use current clamp, or choose a model without a reset.</source>
            <translation>%1 lässt sich nicht spannungsklemmen, da sein Potential nach einem Spike springt; Stromklemme oder ein Modell ohne Reset wählen.</translation>
        </message>
        <message>
            <source>%1 cannot be voltage-clamped, as it has no membrane potential; use current clamp.</source>
            <translation>%1 lässt sich nicht spannungsklemmen, da es kein Membranpotential hat; Stromklemme wählen.</translation>
        </message>
        <message>
            <source>%1: name at least one test potential.</source>
            <translation>%1: mindestens ein Testpotential nennen.</translation>
        </message>
        <message>
            <source>%1: %2 test potentials are more than the %3 that are possible; leave some out.</source>
            <translation>%1: %2 Testpotentiale sind mehr als die %3 möglichen; einige weglassen.</translation>
        </message>
        <message>
            <source>%1: the chosen step must be one of the %2 test potentials.</source>
            <translation>%1: Der gewählte Sprung muss eines der %2 Testpotentiale sein.</translation>
        </message>
        <message>
            <source>%1 must be at least as long as an episode of the clamp, %2 ms.</source>
            <translation>%1 muss mindestens so lang sein wie eine Episode der Klemme, %2 ms.</translation>
        </message>
        <message>
            <source>the potential is commanded, and solving needs a neuron that is free: switch to current clamp.</source>
            <translation>das Potential ist vorgegeben, und gelöst wird für ein freies Neuron: auf die Stromklemme umschalten.</translation>
        </message>
        <message>
            <source>Adaptive exponential (AdEx)</source>
            <translation>Exponentiell mit Anpassung (AdEx)</translation>
        </message>
        <message>
            <source>potential where the upstroke begins</source>
            <translation>Potential, bei dem der Anstieg beginnt</translation>
        </message>
        <message>
            <source>sharpness of the upstroke</source>
            <translation>Schärfe des Anstiegs</translation>
        </message>
        <message>
            <source>adaptation below threshold</source>
            <translation>Anpassung unter der Schwelle</translation>
        </message>
        <message>
            <source>adaptation time constant</source>
            <translation>Zeitkonstante der Anpassung</translation>
        </message>
        <message>
            <source>growth of w at a spike</source>
            <translation>Wachstum von w bei einem Spike</translation>
        </message>
        <message>
            <source>peak of a spike</source>
            <translation>Gipfel eines Spikes</translation>
        </message>
        <message>
            <source>adaptation current (outward)</source>
            <translation>Anpassungsstrom (nach außen)</translation>
        </message>
        <message>
            <source>Adaptive leaky integrate-and-fire</source>
            <translation>Integrate-and-Fire mit Leck und Anpassung</translation>
        </message>
        <message>
            <source>Connor–Stevens</source>
            <translation>Connor–Stevens</translation>
        </message>
        <message>
            <source>A-type potassium conductance</source>
            <translation>Leitwert des A-Kaliums</translation>
        </message>
        <message>
            <source>A-type potassium reversal potential</source>
            <translation>Umkehrpotential des A-Kaliums</translation>
        </message>
        <message>
            <source>A-type activation</source>
            <translation>Aktivierung des A-Stroms</translation>
        </message>
        <message>
            <source>A-type inactivation</source>
            <translation>Inaktivierung des A-Stroms</translation>
        </message>
        <message>
            <source>A-type potassium current (outward)</source>
            <translation>A-Kaliumstrom (nach außen)</translation>
        </message>
        <message>
            <source>steady state of a</source>
            <translation>Gleichgewicht von a</translation>
        </message>
        <message>
            <source>steady state of b</source>
            <translation>Gleichgewicht von b</translation>
        </message>
        <message>
            <source>steady state of w</source>
            <translation>Gleichgewicht von w</translation>
        </message>
        <message>
            <source>time constant of a</source>
            <translation>Zeitkonstante von a</translation>
        </message>
        <message>
            <source>time constant of b</source>
            <translation>Zeitkonstante von b</translation>
        </message>
        <message>
            <source>time constant of w</source>
            <translation>Zeitkonstante von w</translation>
        </message>
        <message>
            <source>Exponential integrate-and-fire</source>
            <translation>Integrate-and-Fire, exponentiell</translation>
        </message>
        <message>
            <source>FitzHugh–Nagumo</source>
            <translation>FitzHugh–Nagumo</translation>
        </message>
        <message>
            <source>excitability</source>
            <translation>Erregbarkeit</translation>
        </message>
        <message>
            <source>how far w recovers by itself</source>
            <translation>wie weit sich w von selbst erholt</translation>
        </message>
        <message>
            <source>recovery time constant</source>
            <translation>Zeitkonstante der Erholung</translation>
        </message>
        <message>
            <source>recovery variable</source>
            <translation>Erholungsvariable</translation>
        </message>
        <message>
            <source>fast current (inward)</source>
            <translation>schneller Strom (nach innen)</translation>
        </message>
        <message>
            <source>Hindmarsh–Rose</source>
            <translation>Hindmarsh–Rose</translation>
        </message>
        <message>
            <source>strength of the cubic</source>
            <translation>Stärke des kubischen Glieds</translation>
        </message>
        <message>
            <source>strength of the upstroke</source>
            <translation>Stärke des Anstiegs</translation>
        </message>
        <message>
            <source>drive of y</source>
            <translation>Antrieb von y</translation>
        </message>
        <message>
            <source>strength of recovery</source>
            <translation>Stärke der Erholung</translation>
        </message>
        <message>
            <source>how strongly z follows x</source>
            <translation>wie stark z x folgt</translation>
        </message>
        <message>
            <source>potential that z is driven from</source>
            <translation>Potential, von dem aus z getrieben wird</translation>
        </message>
        <message>
            <source>how slow z is</source>
            <translation>wie langsam z ist</translation>
        </message>
        <message>
            <source>spiking variable</source>
            <translation>Spikevariable</translation>
        </message>
        <message>
            <source>slow adaptation</source>
            <translation>langsame Anpassung</translation>
        </message>
        <message>
            <source>Izhikevich</source>
            <translation>Izhikevich</translation>
        </message>
        <message>
            <source>how fast u follows v</source>
            <translation>wie schnell u v folgt</translation>
        </message>
        <message>
            <source>how strongly u follows v</source>
            <translation>wie stark u v folgt</translation>
        </message>
        <message>
            <source>growth of u at a spike</source>
            <translation>Wachstum von u bei einem Spike</translation>
        </message>
        <message>
            <source>curvature of the spike-generating current</source>
            <translation>Krümmung des spikeerzeugenden Stroms</translation>
        </message>
        <message>
            <source>slope of the spike-generating current</source>
            <translation>Steigung des spikeerzeugenden Stroms</translation>
        </message>
        <message>
            <source>spike-generating current at 0 mV</source>
            <translation>spikeerzeugender Strom bei 0 mV</translation>
        </message>
        <message>
            <source>potential that u is driven from</source>
            <translation>Potential, von dem aus u getrieben wird</translation>
        </message>
        <message>
            <source>decay of u by itself</source>
            <translation>Zerfall von u von selbst</translation>
        </message>
        <message>
            <source>Izhikevich 2007 (with dimensions)</source>
            <translation>Izhikevich 2007 (mit Einheiten)</translation>
        </message>
        <message>
            <source>threshold of a short pulse</source>
            <translation>Schwelle eines kurzen Pulses</translation>
        </message>
        <message>
            <source>how strongly u follows v above v_b</source>
            <translation>wie stark u v über v_b folgt</translation>
        </message>
        <message>
            <source>where u begins to follow v by b3</source>
            <translation>wo u beginnt, v durch b3 zu folgen</translation>
        </message>
        <message>
            <source>recovery current (outward)</source>
            <translation>Erholungsstrom (nach außen)</translation>
        </message>
        <message>
            <source>Morris–Lecar</source>
            <translation>Morris–Lecar</translation>
        </message>
        <message>
            <source>calcium conductance</source>
            <translation>Calciumleitwert</translation>
        </message>
        <message>
            <source>calcium reversal potential</source>
            <translation>Calcium-Umkehrpotential</translation>
        </message>
        <message>
            <source>where half the calcium channels are open</source>
            <translation>wo die Hälfte der Calciumkanäle offen ist</translation>
        </message>
        <message>
            <source>spread of their opening</source>
            <translation>Breite ihres Öffnens</translation>
        </message>
        <message>
            <source>where half the potassium channels are open</source>
            <translation>wo die Hälfte der Kaliumkanäle offen ist</translation>
        </message>
        <message>
            <source>spread of their opening, and of its rate</source>
            <translation>Breite ihres Öffnens und seiner Rate</translation>
        </message>
        <message>
            <source>rate of the potassium channels</source>
            <translation>Rate der Kaliumkanäle</translation>
        </message>
        <message>
            <source>calcium current (outward)</source>
            <translation>Calciumstrom (nach außen)</translation>
        </message>
        <message>
            <source>steady state of the calcium activation m</source>
            <translation>Gleichgewicht der Calciumaktivierung m</translation>
        </message>
        <message>
            <source>Quadratic integrate-and-fire</source>
            <translation>Integrate-and-Fire, quadratisch</translation>
        </message>
        <message>
            <source>curvature</source>
            <translation>Krümmung</translation>
        </message>
        <message>
            <source>Traub–Miles (cortical Hodgkin–Huxley)</source>
            <translation>Traub–Miles (Hodgkin–Huxley der Hirnrinde)</translation>
        </message>
        <message>
            <source>potential that the rates are counted from</source>
            <translation>Potential, von dem die Raten zählen</translation>
        </message>
        <message>
            <source>Wang–Buzsáki</source>
            <translation>Wang–Buzsáki</translation>
        </message>
        <message>
            <source>speed of the gates</source>
            <translation>Tempo der Gates</translation>
        </message>
        <message>
            <source>steady state of the sodium activation m</source>
            <translation>Gleichgewicht der Natriumaktivierung m</translation>
        </message>
        <message>
            <source>Script of 2003, Δt 1 ms</source>
            <translation>Skript von 2003, Δt 1 ms</translation>
        </message>
        <message>
            <source>Script of 2004</source>
            <translation>Skript von 2004</translation>
        </message>
        <message>
            <source>The scripts of 2003 and 2004 are of another model; %1 can use rk4.</source>
            <translation>Die Skripte von 2003 und 2004 gehören zu einem anderen Modell; %1 kann rk4 nutzen.</translation>
        </message>
        <message>
            <source>opening rate of m</source>
            <translation>Öffnungsrate von m</translation>
        </message>
        <message>
            <source>closing rate of m</source>
            <translation>Schließrate von m</translation>
        </message>
        <message>
            <source>opening rate of m, before φ</source>
            <translation>Öffnungsrate von m, vor φ</translation>
        </message>
        <message>
            <source>closing rate of m, before φ</source>
            <translation>Schließrate von m, vor φ</translation>
        </message>
        <message>
            <source>opening rate of h</source>
            <translation>Öffnungsrate von h</translation>
        </message>
        <message>
            <source>closing rate of h</source>
            <translation>Schließrate von h</translation>
        </message>
        <message>
            <source>opening rate of h, before φ</source>
            <translation>Öffnungsrate von h, vor φ</translation>
        </message>
        <message>
            <source>closing rate of h, before φ</source>
            <translation>Schließrate von h, vor φ</translation>
        </message>
        <message>
            <source>opening rate of n</source>
            <translation>Öffnungsrate von n</translation>
        </message>
        <message>
            <source>closing rate of n</source>
            <translation>Schließrate von n</translation>
        </message>
        <message>
            <source>opening rate of n, before φ</source>
            <translation>Öffnungsrate von n, vor φ</translation>
        </message>
        <message>
            <source>closing rate of n, before φ</source>
            <translation>Schließrate von n, vor φ</translation>
        </message>
        <message>
            <source>Higher: the upstroke begins further up, so that more current is needed.</source>
            <translation>Höher: Der Anstieg beginnt weiter oben, sodass mehr Strom nötig ist.</translation>
        </message>
        <message>
            <source>Smaller: the upstroke is steeper, and the threshold sharper. Towards 0 the neuron becomes the leaky one.</source>
            <translation>Kleiner: Der Anstieg ist steiler und die Schwelle schärfer. Gegen 0 wird das Neuron zu dem mit Leck.</translation>
        </message>
        <message>
            <source>More: w follows V below threshold too, pulls it back to rest and makes it overshoot. Below 0 it helps V up.</source>
            <translation>Mehr: w folgt V auch unter der Schwelle, zieht es zur Ruhe zurück und lässt es überschießen. Unter 0 hilft es V hinauf.</translation>
        </message>
        <message>
            <source>Longer: w remembers spikes for longer, and the neuron recovers more slowly.</source>
            <translation>Länger: w erinnert sich länger an Spikes, und das Neuron erholt sich langsamer.</translation>
        </message>
        <message>
            <source>More: each spike holds the next ones back further, so that the rate falls.</source>
            <translation>Mehr: Jeder Spike hält die nächsten weiter zurück, sodass die Rate sinkt.</translation>
        </message>
        <message>
            <source>Where a spike is cut off. V is rising so fast there that it hardly matters when the spike comes.</source>
            <translation>Wo ein Spike abgeschnitten wird. V steigt dort so schnell, dass es für die Zeit des Spikes kaum etwas ausmacht.</translation>
        </message>
        <message>
            <source>Longer: V moves more slowly, and spikes are further apart.</source>
            <translation>Länger: V bewegt sich langsamer, und Spikes liegen weiter auseinander.</translation>
        </message>
        <message>
            <source>More: V is driven harder away from between rest and threshold, so that more current is needed.</source>
            <translation>Mehr: V wird zwischen Ruhe und Schwelle stärker getrieben, sodass mehr Strom nötig ist.</translation>
        </message>
        <message>
            <source>Where V rests without current: higher, and it is nearer to its threshold.</source>
            <translation>Wo V ohne Strom ruht: höher, und es ist der Schwelle näher.</translation>
        </message>
        <message>
            <source>Beyond it V runs away by itself: higher, and a pulse must be stronger.</source>
            <translation>Darüber läuft V von selbst davon: höher, und ein Puls muss stärker sein.</translation>
        </message>
        <message>
            <source>Larger: u follows v faster, so that the neuron recovers sooner and adapts less.</source>
            <translation>Größer: u folgt v schneller, sodass sich das Neuron eher erholt und weniger anpasst.</translation>
        </message>
        <message>
            <source>Larger: u follows v more closely below threshold, which makes v ring and rebound.</source>
            <translation>Größer: u folgt v unter der Schwelle enger, was v schwingen und zurückschlagen lässt.</translation>
        </message>
        <message>
            <source>Larger: each spike holds the next ones back further, so that the rate falls.</source>
            <translation>Größer: Jeder Spike hält die nächsten weiter zurück, sodass die Rate sinkt.</translation>
        </message>
        <message>
            <source>Larger: v runs away sooner and faster, so that less current is needed.</source>
            <translation>Größer: v läuft eher und schneller davon, sodass weniger Strom nötig ist.</translation>
        </message>
        <message>
            <source>Larger: v falls back harder below threshold and rises faster above it.</source>
            <translation>Größer: v fällt unter der Schwelle stärker zurück und steigt darüber schneller.</translation>
        </message>
        <message>
            <source>The same as more lasting current: v rests nearer to its threshold.</source>
            <translation>Dasselbe wie mehr dauernder Strom: v ruht näher an der Schwelle.</translation>
        </message>
        <message>
            <source>Where b no longer drives u: higher, and u is lower, as by more lasting current.</source>
            <translation>Wo b u nicht mehr treibt: höher, und u ist niedriger, wie bei mehr dauerndem Strom.</translation>
        </message>
        <message>
            <source>At 0 u only adds up what v does, and never comes to rest by itself.</source>
            <translation>Bei 0 summiert u nur, was v tut, und kommt nie von selbst zur Ruhe.</translation>
        </message>
        <message>
            <source>Larger: v runs away faster, and more current is needed to start it.</source>
            <translation>Größer: v läuft schneller davon, und es braucht mehr Strom, es anzustoßen.</translation>
        </message>
        <message>
            <source>Where v rests without current: higher, and it is nearer to its threshold.</source>
            <translation>Wo v ohne Strom ruht: höher, und es ist der Schwelle näher.</translation>
        </message>
        <message>
            <source>Beyond it v runs away by itself: higher, and a pulse must be stronger.</source>
            <translation>Darüber läuft v von selbst davon: höher, und ein Puls muss stärker sein.</translation>
        </message>
        <message>
            <source>Above 0 u resists v, which rings; below 0 u amplifies it, and the neuron integrates.</source>
            <translation>Über 0 widersteht u dem v, das schwingt; unter 0 verstärkt u es, und das Neuron integriert.</translation>
        </message>
        <message>
            <source>Larger: u follows high v steeply, so that spikes are held back at once and do not adapt.</source>
            <translation>Größer: u folgt hohem v steil, sodass Spikes gleich gebremst werden und sich nicht anpassen.</translation>
        </message>
        <message>
            <source>Lower: u begins to follow v by b3 sooner, and holds it back more.</source>
            <translation>Niedriger: u folgt v durch b3 schon eher und bremst es stärker.</translation>
        </message>
        <message>
            <source>Larger: rest lies further from firing, so that more current is needed.</source>
            <translation>Größer: Die Ruhe liegt weiter vom Feuern entfernt, sodass mehr Strom nötig ist.</translation>
        </message>
        <message>
            <source>Larger: w recovers sooner and follows v less; above 1 there may be three fixed points.</source>
            <translation>Größer: w erholt sich eher und folgt v weniger; über 1 kann es drei Fixpunkte geben.</translation>
        </message>
        <message>
            <source>Longer: w is slower, so that spikes are broader and sharper cornered.</source>
            <translation>Länger: w ist langsamer, sodass Spikes breiter und kantiger sind.</translation>
        </message>
        <message>
            <source>Larger: x is turned back sooner, so that spikes are lower.</source>
            <translation>Größer: x kehrt eher um, sodass Spikes niedriger sind.</translation>
        </message>
        <message>
            <source>Larger: x is driven up harder, so that spikes are higher and come more easily.</source>
            <translation>Größer: x wird stärker hinaufgetrieben, sodass Spikes höher sind und leichter kommen.</translation>
        </message>
        <message>
            <source>The same as more lasting current, by way of y: x is nearer to firing.</source>
            <translation>Dasselbe wie mehr dauernder Strom, auf dem Weg über y: x ist dem Feuern näher.</translation>
        </message>
        <message>
            <source>Larger: y pulls x down harder after each spike.</source>
            <translation>Größer: y zieht x nach jedem Spike stärker hinab.</translation>
        </message>
        <message>
            <source>Larger: z climbs higher during a burst and ends it sooner.</source>
            <translation>Größer: z steigt im Burst höher und beendet ihn eher.</translation>
        </message>
        <message>
            <source>Higher: z falls further between bursts, and they come more often.</source>
            <translation>Höher: z fällt zwischen Bursts weiter, und sie kommen häufiger.</translation>
        </message>
        <message>
            <source>Smaller: z is slower, so that bursts and the silence between them last longer.</source>
            <translation>Kleiner: z ist langsamer, sodass Bursts und die Stille dazwischen länger dauern.</translation>
        </message>
        <message>
            <source>Higher: calcium channels open later, so that more current is needed.</source>
            <translation>Höher: Calciumkanäle öffnen später, sodass mehr Strom nötig ist.</translation>
        </message>
        <message>
            <source>Smaller: calcium channels open all at once, and the upstroke is steeper.</source>
            <translation>Kleiner: Calciumkanäle öffnen alle auf einmal, und der Anstieg ist steiler.</translation>
        </message>
        <message>
            <source>Higher: potassium channels open later, so that V climbs and stays up more easily.</source>
            <translation>Höher: Kaliumkanäle öffnen später, sodass V leichter steigt und oben bleibt.</translation>
        </message>
        <message>
            <source>Smaller: potassium channels open all at once. It decides how firing begins.</source>
            <translation>Kleiner: Kaliumkanäle öffnen alle auf einmal. Das entscheidet, wie das Feuern beginnt.</translation>
        </message>
        <message>
            <source>Larger: potassium follows V faster, so that spikes are shorter, and lower.</source>
            <translation>Größer: Kalium folgt V schneller, sodass Spikes kürzer und niedriger sind.</translation>
        </message>
        <message>
            <source>Larger: the gates move faster, so that spikes are shorter and the neuron can fire faster.</source>
            <translation>Größer: Die Gates bewegen sich schneller, sodass Spikes kürzer sind und das Neuron schneller feuern kann.</translation>
        </message>
        <message>
            <source>Higher: all gates open further up, so that the threshold is higher.</source>
            <translation>Höher: Alle Gates öffnen weiter oben, sodass die Schwelle höher liegt.</translation>
        </message>
        <message>
            <source>Regular spiking</source>
            <translation>Regelmäßig</translation>
        </message>
        <message>
            <source>How do most cells of the cortex fire?</source>
            <translation>Wie feuern die meisten Zellen der Hirnrinde?</translation>
        </message>
        <message>
            <source>Each spike adds 8 to u, so that the intervals grow at first.</source>
            <translation>Jeder Spike erhöht u um 8, sodass die Intervalle zuerst wachsen.</translation>
        </message>
        <message>
            <source>Intrinsically bursting</source>
            <translation>Anfangs ein Burst</translation>
        </message>
        <message>
            <source>How does a burst give way to single spikes?</source>
            <translation>Wie folgen einem Burst einzelne Spikes?</translation>
        </message>
        <message>
            <source>The reset is higher and adds less to u: first a burst, then single spikes.</source>
            <translation>Der Reset liegt höher und erhöht u weniger: erst ein Burst, dann einzelne Spikes.</translation>
        </message>
        <message>
            <source>Chattering</source>
            <translation>Ratternd</translation>
        </message>
        <message>
            <source>What makes burst follow burst?</source>
            <translation>Wodurch folgt Burst auf Burst?</translation>
        </message>
        <message>
            <source>From −50 mV the next spike is near; u grows until it ends the burst.</source>
            <translation>Von −50 mV ist der nächste Spike nah; u wächst, bis es den Burst beendet.</translation>
        </message>
        <message>
            <source>Fast spiking</source>
            <translation>Schnell feuernd</translation>
        </message>
        <message>
            <source>How do many interneurons fire?</source>
            <translation>Wie feuern viele Interneurone?</translation>
        </message>
        <message>
            <source>u recovers five times as fast: high rates, and no adaptation.</source>
            <translation>u erholt sich fünfmal so schnell: hohe Raten, keine Anpassung.</translation>
        </message>
        <message>
            <source>Low threshold</source>
            <translation>Niedrige Schwelle</translation>
        </message>
        <message>
            <source>Which cell fires at the least current?</source>
            <translation>Welche Zelle feuert beim kleinsten Strom?</translation>
        </message>
        <message>
            <source>With b = 0.25 the rheobase is below 1; the rate falls from spike to spike.</source>
            <translation>Bei b = 0,25 ist die Rheobase unter 1; die Rate sinkt von Spike zu Spike.</translation>
        </message>
        <message>
            <source>Thalamocortical: rebound</source>
            <translation>Thalamus: Rückschlag</translation>
        </message>
        <message>
            <source>What does a relay cell do when it is let go?</source>
            <translation>Was tut eine Relaiszelle, wenn man sie loslässt?</translation>
        </message>
        <message>
            <source>Held down for 200 ms, u falls far; when the current ends, a burst follows.</source>
            <translation>200 ms niedergehalten, fällt u tief; endet der Strom, folgt ein Burst.</translation>
        </message>
        <message>
            <source>Resonator</source>
            <translation>Resonator</translation>
        </message>
        <message>
            <source>Which pulses does a resonator hear?</source>
            <translation>Welche Pulse hört ein Resonator?</translation>
        </message>
        <message>
            <source>A single pulse makes V ring; the pair fires only at a gap near one swing.</source>
            <translation>Ein einzelner Puls lässt V schwingen; das Paar feuert nur im Abstand etwa einer Schwingung.</translation>
        </message>
        <message>
            <source>A: tonic spiking</source>
            <translation>A: tonisch</translation>
        </message>
        <message>
            <source>What is the usual answer to a step?</source>
            <translation>Was ist die übliche Antwort auf eine Stufe?</translation>
        </message>
        <message>
            <source>It fires as long as the current lasts.</source>
            <translation>Sie feuert, solange der Strom anhält.</translation>
        </message>
        <message>
            <source>B: phasic spiking</source>
            <translation>B: phasisch</translation>
        </message>
        <message>
            <source>Which neuron tells only the onset?</source>
            <translation>Welches Neuron meldet nur den Beginn?</translation>
        </message>
        <message>
            <source>One spike at the onset, then silence: u has caught up with V.</source>
            <translation>Ein Spike zu Beginn, dann Ruhe: u hat V eingeholt.</translation>
        </message>
        <message>
            <source>C: tonic bursting</source>
            <translation>C: tonische Bursts</translation>
        </message>
        <message>
            <source>How does a chattering cell answer a step?</source>
            <translation>Wie antwortet eine ratternde Zelle auf eine Stufe?</translation>
        </message>
        <message>
            <source>Bursts as long as the current lasts.</source>
            <translation>Bursts, solange der Strom anhält.</translation>
        </message>
        <message>
            <source>D: phasic bursting</source>
            <translation>D: phasischer Burst</translation>
        </message>
        <message>
            <source>Can an onset be told more safely than by one spike?</source>
            <translation>Lässt sich ein Beginn sicherer melden als durch einen Spike?</translation>
        </message>
        <message>
            <source>One burst at the onset. Shown by the script of 2004, Δt 0.2 ms.</source>
            <translation>Ein Burst zu Beginn. Gezeigt vom Skript von 2004, Δt 0,2 ms.</translation>
        </message>
        <message>
            <source>E: mixed mode</source>
            <translation>E: gemischt</translation>
        </message>
        <message>
            <source>Can a neuron do both, burst and single spikes?</source>
            <translation>Kann ein Neuron beides, Burst und einzelne Spikes?</translation>
        </message>
        <message>
            <source>A burst at the onset, then single spikes.</source>
            <translation>Ein Burst zu Beginn, dann einzelne Spikes.</translation>
        </message>
        <message>
            <source>F: spike frequency adaptation</source>
            <translation>F: Anpassung der Rate</translation>
        </message>
        <message>
            <source>How does a neuron get used to a current?</source>
            <translation>Wie gewöhnt sich ein Neuron an einen Strom?</translation>
        </message>
        <message>
            <source>u is slow and grows by 8 a spike: every interval is longer than the one before.</source>
            <translation>u ist langsam und wächst je Spike um 8: Jedes Intervall ist länger als das vorige.</translation>
        </message>
        <message>
            <source>G: class 1 excitable</source>
            <translation>G: erregbar, Klasse 1</translation>
        </message>
        <message>
            <source>How slowly can a neuron fire?</source>
            <translation>Wie langsam kann ein Neuron feuern?</translation>
        </message>
        <message>
            <source>On a ramp the rate begins low and grows with the current.</source>
            <translation>Auf der Rampe beginnt die Rate niedrig und wächst mit dem Strom.</translation>
        </message>
        <message>
            <source>H: class 2 excitable</source>
            <translation>H: erregbar, Klasse 2</translation>
        </message>
        <message>
            <source>Which neuron fires fast or not at all?</source>
            <translation>Welches Neuron feuert schnell oder gar nicht?</translation>
        </message>
        <message>
            <source>On a ramp it begins at a high rate at once.</source>
            <translation>Auf der Rampe beginnt es gleich mit hoher Rate.</translation>
        </message>
        <message>
            <source>I: spike latency</source>
            <translation>I: Latenz</translation>
        </message>
        <message>
            <source>How long may a spike wait for its cause?</source>
            <translation>Wie lange nach seinem Anlass kann ein Spike kommen?</translation>
        </message>
        <message>
            <source>A pulse that is barely enough; the spike comes long after its end.</source>
            <translation>Ein Puls, der eben genügt; der Spike kommt lange nach seinem Ende.</translation>
        </message>
        <message>
            <source>J: subthreshold oscillations</source>
            <translation>J: Schwingungen unter der Schwelle</translation>
        </message>
        <message>
            <source>What follows the spike of a resonator?</source>
            <translation>Was folgt dem Spike eines Resonators?</translation>
        </message>
        <message>
            <source>After one spike V rings about its rest.</source>
            <translation>Nach einem Spike schwingt V um die Ruhe.</translation>
        </message>
        <message>
            <source>K: frequency preference</source>
            <translation>K: bevorzugte Frequenz</translation>
        </message>
        <message>
            <source>Which of three pairs of pulses is heard?</source>
            <translation>Welches Paar von Pulsen wird gehört?</translation>
        </message>
        <message>
            <source>Only the pair whose gap is one swing of V makes a spike.</source>
            <translation>Nur das Paar, dessen Abstand eine Schwingung von V ist, macht einen Spike.</translation>
        </message>
        <message>
            <source>L: integrator</source>
            <translation>L: Integrator</translation>
        </message>
        <message>
            <source>Which neuron listens for pulses that come together?</source>
            <translation>Welches Neuron hört auf Pulse, die zusammenfallen?</translation>
        </message>
        <message>
            <source>The pair 5 ms apart adds up to a spike, the pair 10 ms apart does not.</source>
            <translation>Das Paar im Abstand von 5 ms ergibt einen Spike, das im Abstand von 10 ms nicht.</translation>
        </message>
        <message>
            <source>M: rebound spike</source>
            <translation>M: Rückschlag-Spike</translation>
        </message>
        <message>
            <source>Can inhibition make a spike?</source>
            <translation>Kann Hemmung einen Spike machen?</translation>
        </message>
        <message>
            <source>The spike comes when the pulse ends, as u has fallen. Script of 2004, Δt 0.2 ms.</source>
            <translation>Der Spike kommt nach dem Puls, da u gefallen ist. Skript von 2004, Δt 0,2 ms.</translation>
        </message>
        <message>
            <source>N: rebound burst</source>
            <translation>N: Rückschlag-Burst</translation>
        </message>
        <message>
            <source>Can inhibition make a burst?</source>
            <translation>Kann Hemmung einen Burst machen?</translation>
        </message>
        <message>
            <source>The reset is higher, and one rebound spike becomes many. Script of 2004, Δt 0.2 ms.</source>
            <translation>Der Reset liegt höher, und aus einem Spike werden viele. Skript von 2004, Δt 0,2 ms.</translation>
        </message>
        <message>
            <source>O: threshold variability</source>
            <translation>O: wechselnde Schwelle</translation>
        </message>
        <message>
            <source>Is the threshold always the same?</source>
            <translation>Ist die Schwelle immer dieselbe?</translation>
        </message>
        <message>
            <source>The same pulse does nothing at first, and makes a spike after a short inhibition.</source>
            <translation>Derselbe Puls bewirkt zuerst nichts und nach kurzer Hemmung einen Spike.</translation>
        </message>
        <message>
            <source>P: bistability</source>
            <translation>P: zwei Zustände</translation>
        </message>
        <message>
            <source>Can the same pulse switch on and off?</source>
            <translation>Kann derselbe Puls an- und ausschalten?</translation>
        </message>
        <message>
            <source>5 spikes between two pulses, by the script of 2004; the exact equations make 7.</source>
            <translation>5 Spikes zwischen zwei Pulsen, mit dem Skript von 2004; die exakten Gleichungen machen 7.</translation>
        </message>
        <message>
            <source>Q: depolarizing after-potential</source>
            <translation>Q: Nachdepolarisation</translation>
        </message>
        <message>
            <source>Must V dip after a spike?</source>
            <translation>Muss V nach einem Spike absinken?</translation>
        </message>
        <message>
            <source>u falls by 21: V stays high. One spike, by the script of 2004; the exact equations make 8.</source>
            <translation>u fällt um 21: V bleibt oben. Ein Spike, mit dem Skript von 2004; die exakten Gleichungen machen 8.</translation>
        </message>
        <message>
            <source>R: accommodation</source>
            <translation>R: Akkommodation</translation>
        </message>
        <message>
            <source>Does it matter how fast a current comes?</source>
            <translation>Ist es wichtig, wie schnell ein Strom kommt?</translation>
        </message>
        <message>
            <source>The slow ramp goes twice as high, and only the steep one makes a spike. Here u does not decay.</source>
            <translation>Die flache Rampe steigt doppelt so hoch, und nur die steile macht einen Spike. Hier zerfällt u nicht.</translation>
        </message>
        <message>
            <source>S: inhibition-induced spiking</source>
            <translation>S: Spikes durch Hemmung</translation>
        </message>
        <message>
            <source>Which neuron fires while it is inhibited?</source>
            <translation>Welches Neuron feuert, während es gehemmt wird?</translation>
        </message>
        <message>
            <source>From 80 the current falls to 75 for 200 ms: it fires then. Script of 2004, Δt 0.5 ms.</source>
            <translation>Von 80 fällt der Strom für 200 ms auf 75: Dann feuert es. Skript von 2004, Δt 0,5 ms.</translation>
        </message>
        <message>
            <source>T: inhibition-induced bursting</source>
            <translation>T: Bursts durch Hemmung</translation>
        </message>
        <message>
            <source>Can inhibition make bursts?</source>
            <translation>Kann Hemmung Bursts machen?</translation>
        </message>
        <message>
            <source>12 spikes in bursts, by the script of 2004, Δt 0.5 ms; the exact equations never come to rest.</source>
            <translation>12 Spikes in Bursts, mit dem Skript von 2004, Δt 0,5 ms; die exakten Gleichungen kommen nicht zur Ruhe.</translation>
        </message>
        <message>
            <source>Brette &amp; Gerstner</source>
            <translation>Brette &amp; Gerstner</translation>
        </message>
        <message>
            <source>What makes a cortical cell tire?</source>
            <translation>Was lässt eine Zelle der Hirnrinde ermüden?</translation>
        </message>
        <message>
            <source>Each spike adds 80.5 pA to w, and the rate falls to a third.</source>
            <translation>Jeder Spike erhöht w um 80,5 pA, und die Rate sinkt auf ein Drittel.</translation>
        </message>
        <message>
            <source>Tonic</source>
            <translation>Tonisch</translation>
        </message>
        <message>
            <source>When does adaptation not show?</source>
            <translation>Wann zeigt sich keine Anpassung?</translation>
        </message>
        <message>
            <source>b = 0: spikes follow each other evenly.</source>
            <translation>b = 0: Spikes folgen einander gleichmäßig.</translation>
        </message>
        <message>
            <source>Adapting</source>
            <translation>Sich anpassend</translation>
        </message>
        <message>
            <source>How does the rate fall?</source>
            <translation>Wie sinkt die Rate?</translation>
        </message>
        <message>
            <source>w grows by 60 pA a spike and decays in 300 ms: the intervals grow.</source>
            <translation>w wächst je Spike um 60 pA und zerfällt in 300 ms: Die Intervalle wachsen.</translation>
        </message>
        <message>
            <source>Initial burst</source>
            <translation>Anfangsburst</translation>
        </message>
        <message>
            <source>Why are the first spikes closer together?</source>
            <translation>Warum liegen die ersten Spikes dichter?</translation>
        </message>
        <message>
            <source>The reset lies at V_T: a burst at first, until w is large.</source>
            <translation>Der Reset liegt bei V_T: erst ein Burst, bis w groß ist.</translation>
        </message>
        <message>
            <source>Regular bursting</source>
            <translation>Regelmäßige Bursts</translation>
        </message>
        <message>
            <source>What ends a burst?</source>
            <translation>Was beendet einen Burst?</translation>
        </message>
        <message>
            <source>From −46 mV spikes follow at once; w ends the burst, and decays.</source>
            <translation>Von −46 mV folgen Spikes sofort; w beendet den Burst und zerfällt.</translation>
        </message>
        <message>
            <source>Irregular</source>
            <translation>Unregelmäßig</translation>
        </message>
        <message>
            <source>Can a neuron without noise fire irregularly?</source>
            <translation>Kann ein Neuron ohne Rauschen unregelmäßig feuern?</translation>
        </message>
        <message>
            <source>Intervals from 3 to 40 ms come in no plain order, though nothing is random.</source>
            <translation>Intervalle von 3 bis 40 ms kommen ohne erkennbare Ordnung, obwohl nichts zufällig ist.</translation>
        </message>
        <message>
            <source>Transient</source>
            <translation>Vorübergehend</translation>
        </message>
        <message>
            <source>Who answers only the onset?</source>
            <translation>Wer antwortet nur auf den Beginn?</translation>
        </message>
        <message>
            <source>One spike at the onset; then a and w hold V down.</source>
            <translation>Ein Spike zu Beginn; dann halten a und w V nieder.</translation>
        </message>
        <message>
            <source>Delayed</source>
            <translation>Verzögert</translation>
        </message>
        <message>
            <source>Why does the first spike come so late?</source>
            <translation>Warum kommt der erste Spike so spät?</translation>
        </message>
        <message>
            <source>a is negative: w falls slowly and helps V up, faster and faster.</source>
            <translation>a ist negativ: w fällt langsam und hilft V hinauf, immer schneller.</translation>
        </message>
        <message>
            <source>Hopf bifurcation</source>
            <translation>Hopf-Bifurkation</translation>
        </message>
        <message>
            <source>Which firing begins at a fixed rate?</source>
            <translation>Welches Feuern beginnt mit fester Rate?</translation>
        </message>
        <message>
            <source>It fires at 12 Hz: below 88 µA/cm² it stops without having slowed down.</source>
            <translation>Es feuert mit 12 Hz: Unter 88 µA/cm² hört es auf, ohne langsamer geworden zu sein.</translation>
        </message>
        <message>
            <source>Saddle-node on a circle</source>
            <translation>Sattel-Knoten auf dem Kreis</translation>
        </message>
        <message>
            <source>Which firing may begin as slowly as one likes?</source>
            <translation>Welches Feuern kann beliebig langsam beginnen?</translation>
        </message>
        <message>
            <source>φ = 0.067/ms: nearer to 39.96 µA/cm² the intervals grow without end.</source>
            <translation>φ = 0,067/ms: Näher an 39,96 µA/cm² wachsen die Intervalle ohne Ende.</translation>
        </message>
        <message>
            <source>Homoclinic orbit</source>
            <translation>Homokline Bahn</translation>
        </message>
        <message>
            <source>Can a neuron rest and fire at the same current?</source>
            <translation>Kann ein Neuron beim selben Strom ruhen und feuern?</translation>
        </message>
        <message>
            <source>φ = 0.23/ms: at rest until a pulse comes; then it fires on and on.</source>
            <translation>φ = 0,23/ms: in Ruhe, bis ein Puls kommt; dann feuert es immer weiter.</translation>
        </message>
        <message>
            <source>Excitable</source>
            <translation>Erregbar</translation>
        </message>
        <message>
            <source>What makes a membrane excitable?</source>
            <translation>Was macht eine Membran erregbar?</translation>
        </message>
        <message>
            <source>The first pulse dies away, the second goes all the way round the phase plane.</source>
            <translation>Der erste Puls klingt ab, der zweite läuft ganz um die Phasenebene.</translation>
        </message>
        <message>
            <source>Oscillating</source>
            <translation>Schwingend</translation>
        </message>
        <message>
            <source>When does a spike follow a spike?</source>
            <translation>Wann folgt Spike auf Spike?</translation>
        </message>
        <message>
            <source>Between I = 0.33 and 1.42 the fixed point is unstable, and V goes round.</source>
            <translation>Zwischen I = 0,33 und 1,42 ist der Fixpunkt instabil, und V läuft um.</translation>
        </message>
        <message>
            <source>Type I: as slow as one likes</source>
            <translation>Typ I: beliebig langsam</translation>
        </message>
        <message>
            <source>How slowly can an axon fire?</source>
            <translation>Wie langsam kann ein Axon feuern?</translation>
        </message>
        <message>
            <source>Near the rheobase it fires ever more slowly. The squid axon cannot: see Type II there.</source>
            <translation>Nahe der Rheobase feuert es immer langsamer. Das Tintenfischaxon kann das nicht: siehe dort Typ II.</translation>
        </message>
        <message>
            <source>Without the A current</source>
            <translation>Ohne A-Strom</translation>
        </message>
        <message>
            <source>What does the A current do?</source>
            <translation>Was bewirkt der A-Strom?</translation>
        </message>
        <message>
            <source>g_A = 0, and E_L is lower so that it rests: firing begins at a high rate.</source>
            <translation>g_A = 0, und E_L ist niedriger, damit es ruht: Das Feuern beginnt mit hoher Rate.</translation>
        </message>
        <message>
            <source>Voltage clamp</source>
            <translation>Spannungsklemme</translation>
        </message>
        <message>
            <source>Which currents make a spike?</source>
            <translation>Welche Ströme machen einen Spike?</translation>
        </message>
        <message>
            <source>V is held: first an inward current that is soon over, then an outward one that stays. Above 50 mV the first one turns.</source>
            <translation>V wird gehalten: zuerst ein Strom hinein, der bald vorbei ist, dann einer hinaus, der bleibt. Über 50 mV kehrt der erste um.</translation>
        </message>
        <message>
            <source>The A current, clamped</source>
            <translation>Der A-Strom, geklemmt</translation>
        </message>
        <message>
            <source>What is left without sodium channels and the slow potassium channels?</source>
            <translation>Was bleibt ohne die Natriumkanäle und die langsamen Kaliumkanäle?</translation>
        </message>
        <message>
            <source>From −100 mV an outward current rises and is over within 40 ms. Held at −50 mV, hardly any of it is ready.</source>
            <translation>Von −100 mV aus steigt ein Strom hinaus und ist nach 40 ms vorbei. Bei −50 mV gehalten, ist kaum etwas von ihm bereit.</translation>
        </message>
        <message>
            <source>Type II: fast or not at all</source>
            <translation>Typ II: schnell oder gar nicht</translation>
        </message>
        <message>
            <source>How slowly can the squid axon fire?</source>
            <translation>Wie langsam kann das Axon des Tintenfischs feuern?</translation>
        </message>
        <message>
            <source>It fires at 58 Hz, and not below 50: less current, and it stops.</source>
            <translation>Es feuert mit 58 Hz und nicht unter 50: Bei weniger Strom hört es auf.</translation>
        </message>
        <message>
            <source>Depolarization block</source>
            <translation>Depolarisationsblock</translation>
        </message>
        <message>
            <source>Does more current always make more spikes?</source>
            <translation>Macht mehr Strom immer mehr Spikes?</translation>
        </message>
        <message>
            <source>160 µA/cm² makes one spike; then h stays low, and V only rings.</source>
            <translation>160 µA/cm² machen einen Spike; dann bleibt h niedrig, und V schwingt nur.</translation>
        </message>
        <message>
            <source>Accommodation: a slow ramp</source>
            <translation>Akkommodation: langsame Rampe</translation>
        </message>
        <message>
            <source>Can a strong current creep in unnoticed?</source>
            <translation>Kann sich ein starker Strom unbemerkt einschleichen?</translation>
        </message>
        <message>
            <source>9 µA/cm² come in slowly and make no spike; a step of 3 would have.</source>
            <translation>9 µA/cm² kommen langsam und machen keinen Spike; eine Stufe von 3 hätte es getan.</translation>
        </message>
        <message>
            <source>Tetrodotoxin</source>
            <translation>Tetrodotoxin</translation>
        </message>
        <message>
            <source>What is a spike without sodium channels?</source>
            <translation>Was ist ein Spike ohne Natriumkanäle?</translation>
        </message>
        <message>
            <source>g_Na is a fiftieth: the current only charges the membrane.</source>
            <translation>g_Na ist ein Fünfzigstel: Der Strom lädt nur die Membran.</translation>
        </message>
        <message>
            <source>Below the rheobase</source>
            <translation>Unter der Rheobase</translation>
        </message>
        <message>
            <source>How far does too little current lift V?</source>
            <translation>Wie weit hebt zu wenig Strom V?</translation>
        </message>
        <message>
            <source>95 % of I_th = 2 nA: V comes to rest below its threshold.</source>
            <translation>95 % von I_th = 2 nA: V kommt unter seiner Schwelle zur Ruhe.</translation>
        </message>
        <message>
            <source>At the rheobase</source>
            <translation>An der Rheobase</translation>
        </message>
        <message>
            <source>What happens exactly at the rheobase?</source>
            <translation>Was geschieht genau an der Rheobase?</translation>
        </message>
        <message>
            <source>I_th = 2 nA: V creeps up ever more slowly, and does not fire.</source>
            <translation>I_th = 2 nA: V kriecht immer langsamer hinauf und feuert nicht.</translation>
        </message>
        <message>
            <source>Above the rheobase</source>
            <translation>Über der Rheobase</translation>
        </message>
        <message>
            <source>How much more current makes it fire?</source>
            <translation>Wie viel mehr Strom lässt es feuern?</translation>
        </message>
        <message>
            <source>105 % of I_th = 2 nA: it fires on and on.</source>
            <translation>105 % von I_th = 2 nA: Es feuert immer weiter.</translation>
        </message>
        <message>
            <source>95 % of I_th = 0.5625 nA: V comes to rest below its threshold.</source>
            <translation>95 % von I_th = 0,5625 nA: V kommt unter seiner Schwelle zur Ruhe.</translation>
        </message>
        <message>
            <source>I_th = 0.5625 nA: V creeps up ever more slowly, and does not fire.</source>
            <translation>I_th = 0,5625 nA: V kriecht immer langsamer hinauf und feuert nicht.</translation>
        </message>
        <message>
            <source>105 % of I_th = 0.5625 nA: it fires on and on.</source>
            <translation>105 % von I_th = 0,5625 nA: Es feuert immer weiter.</translation>
        </message>
        <message>
            <source>95 % of I_th = 0.162 µA/cm²: V comes to rest below its threshold.</source>
            <translation>95 % von I_th = 0,162 µA/cm²: V kommt unter seiner Schwelle zur Ruhe.</translation>
        </message>
        <message>
            <source>I_th = 0.162 µA/cm²: V creeps up ever more slowly, and does not fire.</source>
            <translation>I_th = 0,162 µA/cm²: V kriecht immer langsamer hinauf und feuert nicht.</translation>
        </message>
        <message>
            <source>105 % of I_th = 0.162 µA/cm²: it fires on and on.</source>
            <translation>105 % von I_th = 0,162 µA/cm²: Es feuert immer weiter.</translation>
        </message>
        <message>
            <source>Normal form dx/dt = x² + I</source>
            <translation>Normalform dx/dt = x² + I</translation>
        </message>
        <message>
            <source>What is left when all units are gone?</source>
            <translation>Was bleibt, wenn alle Einheiten fort sind?</translation>
        </message>
        <message>
            <source>τ, a0 and R are 1, V_rest and V_c are 0: it fires √I/π times a unit of time.</source>
            <translation>τ, a0 und R sind 1, V_rest und V_c sind 0: Es feuert √I/π-mal je Zeiteinheit.</translation>
        </message>
        <message>
            <source>How sharp is the threshold?</source>
            <translation>Wie scharf ist die Schwelle?</translation>
        </message>
        <message>
            <source>Make Δ_T smaller: the upstroke turns into the sharp threshold of the leaky neuron.</source>
            <translation>Mach Δ_T kleiner: Der Anstieg wird zur scharfen Schwelle des lecken Neurons.</translation>
        </message>
        <message>
            <source>Tires with each spike</source>
            <translation>Ermüdet mit jedem Spike</translation>
        </message>
        <message>
            <source>How can a leaky neuron get used to a current?</source>
            <translation>Wie kann sich ein leckes Neuron an einen Strom gewöhnen?</translation>
        </message>
        <message>
            <source>w grows by 0.2 nA a spike and decays in 100 ms: the intervals grow.</source>
            <translation>w wächst je Spike um 0,2 nA und zerfällt in 100 ms: Die Intervalle wachsen.</translation>
        </message>
        <message>
            <source>Swings below threshold</source>
            <translation>Schwingt unter der Schwelle</translation>
        </message>
        <message>
            <source>Can a leaky neuron swing?</source>
            <translation>Kann ein leckes Neuron schwingen?</translation>
        </message>
        <message>
            <source>a = 0.2 µS: V overshoots, rings, and dips below rest when the current ends.</source>
            <translation>a = 0,2 µS: V schießt über, schwingt und sinkt nach dem Ende des Stroms unter die Ruhe.</translation>
        </message>
        <message>
            <source>How does a pyramidal cell fire, in mV and pA?</source>
            <translation>Wie feuert eine Pyramidenzelle, in mV und pA?</translation>
        </message>
        <message>
            <source>The rheobase is 51.4 pA; at 100 pA it fires regularly.</source>
            <translation>Die Rheobase ist 51,4 pA; bei 100 pA feuert sie regelmäßig.</translation>
        </message>
        <message>
            <source>The first spikes come close together, the others do not.</source>
            <translation>Die ersten Spikes liegen dicht beieinander, die anderen nicht.</translation>
        </message>
        <message>
            <source>The reset lies above v_t: the next spike follows at once, until u is large.</source>
            <translation>Der Reset liegt bei v_t: Der nächste Spike folgt sofort, bis u groß ist.</translation>
        </message>
        <message>
            <source>What if recovery is not linear?</source>
            <translation>Was, wenn die Erholung nicht linear ist?</translation>
        </message>
        <message>
            <source>Above v_b u follows V by its cube: spikes are fast, and do not adapt.</source>
            <translation>Über v_b folgt u der dritten Potenz von V: Spikes sind schnell und passen sich nicht an.</translation>
        </message>
        <message>
            <source>Bursting</source>
            <translation>Bursts</translation>
        </message>
        <message>
            <source>What switches a burst off and on?</source>
            <translation>Was schaltet einen Burst aus und an?</translation>
        </message>
        <message>
            <source>z climbs during a burst and ends it; then it falls until the next one.</source>
            <translation>z steigt im Burst und beendet ihn; dann fällt es bis zum nächsten.</translation>
        </message>
        <message>
            <source>Irregular bursts</source>
            <translation>Unregelmäßige Bursts</translation>
        </message>
        <message>
            <source>Can three equations be unpredictable?</source>
            <translation>Können drei Gleichungen unvorhersagbar sein?</translation>
        </message>
        <message>
            <source>Near I = 3.25 no burst is like the one before.</source>
            <translation>Nahe I = 3,25 gleicht kein Burst dem vorigen.</translation>
        </message>
        <message>
            <source>When do bursts run together?</source>
            <translation>Wann laufen Bursts zusammen?</translation>
        </message>
        <message>
            <source>At I = 4 z no longer ends them: spikes follow each other evenly.</source>
            <translation>Bei I = 4 beendet z sie nicht mehr: Spikes folgen einander gleichmäßig.</translation>
        </message>
        <message>
            <source>How fast can an interneuron fire?</source>
            <translation>Wie schnell kann ein Interneuron feuern?</translation>
        </message>
        <message>
            <source>190 Hz at 5 µA/cm²: short spikes, shallow dips, no adaptation.</source>
            <translation>190 Hz bei 5 µA/cm²: kurze Spikes, flaches Absinken, keine Anpassung.</translation>
        </message>
        <message>
            <source>Near the rheobase</source>
            <translation>Nahe der Rheobase</translation>
        </message>
        <message>
            <source>How slowly can it fire?</source>
            <translation>Wie langsam kann es feuern?</translation>
        </message>
        <message>
            <source>Just above 0.16 µA/cm² the rate begins near 0.</source>
            <translation>Knapp über 0,16 µA/cm² beginnt die Rate nahe 0.</translation>
        </message>
        <message>
            <source>PyNN: silent at rest</source>
            <translation>PyNN: still in Ruhe</translation>
        </message>
        <message>
            <source>Does a cortical cell need input to fire?</source>
            <translation>Braucht eine Zelle der Hirnrinde Eingang, um zu feuern?</translation>
        </message>
        <message>
            <source>Silent until the step comes, then it fires at 39 Hz.</source>
            <translation>Still, bis die Stufe kommt, dann feuert sie mit 39 Hz.</translation>
        </message>
        <message>
            <source>COBAHH: fires by itself</source>
            <translation>COBAHH: feuert von selbst</translation>
        </message>
        <message>
            <source>Which cell fires without any input?</source>
            <translation>Welche Zelle feuert ganz ohne Eingang?</translation>
        </message>
        <message>
            <source>E_L = −60 mV leaves it no rest: it fires at I = 0.</source>
            <translation>E_L = −60 mV lässt ihr keine Ruhe: Sie feuert bei I = 0.</translation>
        </message>
        <message>
            <source>resting</source>
            <translation>Ruhe</translation>
        </message>
        <message>
            <source>SciPy</source>
            <translation>SciPy</translation>
        </message>
        <message>
            <source>a Python script; needs NumPy and SciPy</source>
            <translation>ein Python-Skript; braucht NumPy und SciPy</translation>
        </message>
        <message>
            <source>Jupyter notebook</source>
            <translation>Jupyter-Notebook</translation>
        </message>
        <message>
            <source>a notebook with text, equations, sliders and a figure; needs NumPy, SciPy and Matplotlib</source>
            <translation>ein Notebook mit Text, Gleichungen, Reglern und einer Abbildung; braucht NumPy, SciPy und Matplotlib</translation>
        </message>
        <message>
            <source>Brian 2</source>
            <translation>Brian 2</translation>
        </message>
        <message>
            <source>a Python script; needs Brian 2</source>
            <translation>ein Python-Skript; braucht Brian 2</translation>
        </message>
        <message>
            <source>Octave and MATLAB</source>
            <translation>Octave und MATLAB</translation>
        </message>
        <message>
            <source>a script that runs in both</source>
            <translation>ein Skript, das in beiden läuft</translation>
        </message>
        <message>
            <source>NEURON</source>
            <translation>NEURON</translation>
        </message>
        <message>
            <source>a Python script; needs NEURON, and a C compiler where the model is not one of NEURON's own</source>
            <translation>ein Python-Skript; braucht NEURON, und einen C-Compiler, wo NEURON das Modell nicht selbst hat</translation>
        </message>
        <message>
            <source>NeuroML 2</source>
            <translation>NeuroML 2</translation>
        </message>
        <message>
            <source>a LEMS file with its Simulation, for jNeuroML</source>
            <translation>eine LEMS-Datei mit ihrer Simulation, für jNeuroML</translation>
        </message>
        <message>
            <source>LaTeX</source>
            <translation>LaTeX</translation>
        </message>
        <message>
            <source>equations and a table of parameters for a paper's methods</source>
            <translation>Gleichungen und eine Tabelle der Parameter für den Methodenteil einer Arbeit</translation>
        </message>
        <message>
            <source>Markdown</source>
            <translation>Markdown</translation>
        </message>
        <message>
            <source>the same for a handout or a README</source>
            <translation>dasselbe für ein Arbeitsblatt oder ein README</translation>
        </message>
        <message>
            <source>%1 has no noise that is held for a step: the script runs without.</source>
            <translation>%1 hat kein Rauschen, das einen Schritt lang bleibt: Das Skript läuft ohne.</translation>
        </message>
        <message>
            <source>%1 draws other random numbers from the seed: only the number of spikes can be compared.</source>
            <translation>%1 zieht andere Zufallszahlen aus dem Startwert: Nur die Zahl der Spikes lässt sich vergleichen.</translation>
        </message>
        <message>
            <source>%1 cannot be handed a voltage clamp.</source>
            <translation>%1 kann keine Spannungsklemme übernehmen.</translation>
        </message>
        <message>
            <source>the electrode's series resistance is left out for %1: V is what is commanded.</source>
            <translation>der Serienwiderstand der Elektrode fehlt für %1: V ist, was befohlen wird.</translation>
        </message>
        <message>
            <source>%1 has no level below which the potential has to be before another spike: each rise through the spike level is one.</source>
            <translation>%1 hat keine Schwelle, unter der das Potential vor dem nächsten Spike gewesen sein muss: Jeder Anstieg durch den Spike-Pegel ist einer.</translation>
        </message>
        <message>
            <source>in this experiment the spike level is also passed without a spike, by a membrane that is only charged; %1 takes that for spikes.</source>
            <translation>in diesem Experiment wird der Spike-Pegel auch ohne Spike überschritten, von einer Membran, die nur aufgeladen wird; %1 hält das für Spikes.</translation>
        </message>
        <message>
            <source>the published script's own steps are left out for %1, which solves the equations themselves: its spikes come at other times.</source>
            <translation>die Schritte des veröffentlichten Skripts fehlen für %1, das die Gleichungen selbst löst: Seine Spikes kommen zu anderen Zeiten.</translation>
        </message>
        <message>
            <source>%1 cannot be handed several sine waves at once.</source>
            <translation>%1 kann nicht mehrere Sinuswellen zugleich übernehmen.</translation>
        </message>
        <message>
            <source>%1 moves edges of what is given to the nearest step.</source>
            <translation>%1 verschiebt Flanken der Vorgabe auf den nächsten Schritt.</translation>
        </message>
        <message>
            <source>a sealed neuron stays in its lesson: open another experiment.</source>
            <translation>ein versiegeltes Neuron bleibt in seiner Lektion: Öffnen Sie ein anderes Experiment.</translation>
        </message>
        <message>
            <source>what is given has more than %1 pieces within %2 ms, too many to be listed; shorten the duration.</source>
            <translation>was vorgegeben ist, hat mehr als %1 Abschnitte in %2 ms, zu viele für eine Liste; die Dauer verkürzen.</translation>
        </message>
        <message>
            <source>the equations have no solution beyond %1 ms, because %2; shorten the duration.</source>
            <translation>die Gleichungen haben nach %1 ms keine Lösung, denn %2; die Dauer verkürzen.</translation>
        </message>
        <message>
            <source>%1 has no function %2, which the model's equations use; choose another target.</source>
            <translation>%1 hat keine Funktion %2, die die Gleichungen des Modells brauchen; ein anderes Ziel wählen.</translation>
        </message>
        <message>
            <source>%1 watches for a potential that reaches a threshold, and this model's spike is another event; choose another target.</source>
            <translation>%1 wartet auf ein Potential, das eine Schwelle erreicht, und der Spike dieses Modells ist ein anderes Ereignis; ein anderes Ziel wählen.</translation>
        </message>
        <message>
            <source>The score of %1 is finer than a screen can tell: give 2 points for what is read to three digits.</source>
            <translation>Die Wertung von %1 ist feiner, als ein Bildschirm zeigt: Geben Sie 2 Punkte für das, was auf drei Stellen abgelesen ist.</translation>
        </message>
        <message>
            <source>Who guesses %1 in the middle of its range gets 2 points; widen the range.</source>
            <translation>Wer %1 in der Mitte seines Bereichs rät, bekommt 2 Punkte; machen Sie den Bereich größer.</translation>
        </message>
        <message>
            <source>The score of %1 is wider than its range; narrow it.</source>
            <translation>Die Wertung von %1 ist weiter als sein Bereich; machen Sie sie enger.</translation>
        </message>
        <message>
            <source>A score is &quot;score: within 5 % is 2, within 15 % is 1&quot;, or the same with a unit, not &quot;%1&quot;.</source>
            <translation>Eine Wertung ist „score: within 5 % is 2, within 15 % is 1“, oder das Gleiche mit einer Einheit, nicht „%1“.</translation>
        </message>
        <message>
            <source>Not every draw is possible: the highest %1 must be below the lowest %2.</source>
            <translation>Nicht jedes Los ist möglich: Das höchste %1 muss unter dem niedrigsten %2 liegen.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; would tell what is sealed: ask for it with &quot;sealed: …&quot;.</source>
            <translation>„%1“ würde verraten, was versiegelt ist: Fragen Sie danach mit „sealed: …“.</translation>
        </message>
        <message>
            <source>%1 is to be sealed: add a block &quot;seal&quot; with its range to the step.</source>
            <translation>%1 soll versiegelt sein: Geben Sie dem Schritt einen Block „seal“ mit dem Bereich.</translation>
        </message>
        <message>
            <source>%1 is not sealed in this step: &quot;sealed&quot; asks for what is.</source>
            <translation>%1 ist in diesem Schritt nicht versiegelt: „sealed“ fragt nach dem, was es ist.</translation>
        </message>
        <message>
            <source>%1 has no score; add &quot;score: within 5 % is 2, within 15 % is 1&quot; below it.</source>
            <translation>%1 hat keine Wertung; schreiben Sie „score: within 5 % is 2, within 15 % is 1“ darunter.</translation>
        </message>
        <message>
            <source>What is sealed has at most %1 values; take a larger step.</source>
            <translation>Was versiegelt ist, hat höchstens %1 Werte; nehmen Sie einen größeren Schritt.</translation>
        </message>
        <message>
            <source>A sealed neuron is measured in current clamp: leave out &quot;mode: voltage-clamp&quot;.</source>
            <translation>Ein versiegeltes Neuron wird in der Stromklemme gemessen: Lassen Sie „mode: voltage-clamp“ weg.</translation>
        </message>
        <message>
            <source>(%1 of 2 points)</source>
            <translation>(%1 von 2 Punkten)</translation>
        </message>
        <message>
            <source>Different stimuli: %1.</source>
            <translation>Verschiedene Reize: %1.</translation>
        </message>
        <message>
            <source>%1 is sealed: %2 … %3 for each student, 2 points within %4, 1 within %5. &quot;rheobase lesson seal&quot; lists the values.</source>
            <translation>%1 ist versiegelt: %2 … %3 für jeden, 2 Punkte auf %4 genau, 1 auf %5. „rheobase lesson seal“ nennt die Werte.</translation>
        </message>
    </context>
</TS>
