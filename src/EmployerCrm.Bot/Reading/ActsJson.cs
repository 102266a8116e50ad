using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Reading.Messages;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>What a reading holds beside the shared fields, as a JSON array with one object for each piece of a message. Absent fields are absent.</summary>
public static class ActsJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The shared reading of a message with an acts member behind its fields.</summary>
    public static string Write(LineReading whole, MessageReading message)
    {
        var fields = ReadingJson.Write(whole);
        return $"{fields[..^1]}{(fields.Length > 2 ? "," : "")}\"acts\":{Write(message)}}}";
    }

    public static string Write(MessageReading message)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var piece in message.Pieces)
            {
                json.WriteStartObject();
                if (message.IsSeveral)
                {
                    json.WriteString("text", piece.Text);
                    json.WritePropertyName("expect");
                    json.WriteRawValue(ReadingJson.Write(piece.Reading));
                }
                new Piece(json, piece.Reading).Write();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private readonly struct Piece(Utf8JsonWriter json, LineReading reading)
    {
        public void Write()
        {
            if (reading.Act is { } act)
                Write(act);
            else if (reading.Intent is Intent.LogVisit or Intent.PlanVisit)
                WriteContact();
            else
                Text("act", "none");
        }

        private void WriteContact()
        {
            Text("act", "contact");
            Text("purpose", Name(reading.Said.Purpose));
            Text("reached", Name(reading.Said.Reached));
            if (reading.Said.ClientPresent is { } present)
                json.WriteBoolean("clientPresent", present);
            Text("tense", reading.TenseStated ? null : "unstated");
            List("clients", reading.Clients, atLeast: 2);
            List("people", [.. reading.People.Select(person => person.Name)], atLeast: 2);
            Text("namedClient", reading.NamedClient);
            Text("possibleEmployer", reading.PossibleEmployer);
            List("several", [.. reading.SideBySide.Select(employer => employer.Name)], atLeast: 2);
        }

        private void Write(Act act)
        {
            var (name, day, to, at, title, due, notes) = act switch
            {
                Happened done => ("happened", done.On, null, done.At, null, null, done.Told?.Notes),
                Cancelled off => ("cancelled", off.On, null, off.At, null, null, off.Told?.Notes),
                Moved moved => ("moved", moved.From, moved.To, moved.At, null, null, moved.Told?.Notes),
                Reminder reminder => ("reminder", null, null, reminder.At, reminder.Title, reminder.Due, null),
                ClientContacted contact => ("client-contact", contact.On, null, null, null, null, null),
                JobEnded end => ("job-end", end.On, null, null, null, null, null),
                NewClientWanted => ("new-client", null, null, null, null, null, null),
                ClientsAsked => ("my-clients", null, null, null, null, null, null),
                ClientClosed closed => (closed.SteppedDown ? "step-down" : "close-client", null, null, null, null, null, null),
                Asked asked => ("asked", asked.For == AskedFor.Day ? asked.On : null, null, null, null, null, null),
                PermissionGiven => ("permission", null, null, null, null, null, null),
                JobChanged changed => ("job-change", changed.From, changed.StartsOn, null, changed.JobTitle, null, null),
                SameAgain again => ("same-again", again.On, null, again.At, null, null, again.Told?.Notes),
                _ => ((string Name, DateOnly? Day, DateOnly? To, TimeOnly? At, string? Title, DateOnly? Due, string? Notes))("none", null, null, null, null, null, null),
            };
            Text("act", name);
            Employers(act.Employers);
            List("clients", act.Clients, atLeast: 1);
            Text("date", Day(day));
            Text("to", Day(to));
            Text("time", at?.ToString("HH:mm", CultureInfo.InvariantCulture));
            Text("title", title);
            Text("due", Day(due));
            Text("notes", notes);
            if (act is Happened { Told.Said.Reached: { } reached })
                Text("reached", Name<Core.Visits.Reached>(reached));
            if (act is Asked { For: var what, On: var since })
            {
                Text("what", ReadingJson.Name(what.ToString()));
                Text("since", what == AskedFor.NotSeen ? Day(since) : null);
            }
            if (act is JobChanged { MinutesAWeek: { } minutes })
                json.WriteNumber("minutesAWeek", minutes);
            if (act is NewClientWanted { Programme: { } programme })
                Text("programme", programme);
            if (act is ClientContacted way)
            {
                Text("way", ReadingJson.Name(way.Way.ToString()));
                if (way.AtWork)
                    json.WriteBoolean("atWork", true);
                if (way.IsMissed)
                    json.WriteBoolean("missed", true);
                if (way.IsPlanned)
                    json.WriteBoolean("planned", true);
            }
        }

        private void Employers(IReadOnlyList<DirectoryEmployer> employers)
        {
            if (employers.Count == 1)
                Text("employer", employers[0].Name);
            else
                List("ambiguous", [.. employers.Select(employer => employer.Name)], atLeast: 1);
        }

        private void List(string name, IReadOnlyList<string> values, int atLeast)
        {
            if (values.Count < atLeast)
                return;
            json.WriteStartArray(name);
            foreach (var value in values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        private void Text(string name, string? value)
        {
            if (value is not null)
                json.WriteString(name, value);
        }

        private static string? Name<T>(T? value) where T : struct, Enum => value is { } member ? ReadingJson.Name(member.ToString()) : null;

        private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
