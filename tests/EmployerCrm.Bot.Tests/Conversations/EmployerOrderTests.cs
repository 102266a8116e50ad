using System.Text.Json.Nodes;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What is asked of employers beside their card: who is near, adding one, its people, calls, openings, the archive.</summary>
public sealed class EmployerOrderTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Who_is_near_a_place_is_told_with_last_contact_level_and_plans()
    {
        await ChangeAsync("Friday's Café", employer => employer with { DoNotApproachSince = new DateOnly(2026, 11, 2) });
        await _scene.SayAsync("visited Friday's Café yesterday");
        await _scene.SayAsync("visiting Friday's Café next Friday", _scene.Sam);

        var card = (await _scene.SayAsync("near otley")).CardOf();

        Assert.Equal(["Employers near", "Otley", "Do not approach, on any channel, visits included.", "level 2 of 5 · last Fri 20 Nov, yesterday (you) · Sam Patel plans Fri 27 Nov"], card.Lines());
        Assert.Equal(["Friday's Café"], card.Buttons());
        Assert.Contains("Marta Kowalska", (await _scene.PressAsync(card, "Friday's Café")).CardOf().Whole(), StringComparison.Ordinal);
        Assert.StartsWith("I know no employer in \"Xanadu\".", (await _scene.SayAsync("near Xanadu")).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_employer_is_saved_only_after_those_that_it_may_be_were_shown()
    {
        await _scene.SayAsync("visited Two Rivers today", _scene.Sam);

        var asked = (await _scene.SayAsync("new employer Two Rivers Care, Castleford")).CardOf();
        Assert.Contains("There is one that may be the same. Look at it first.", asked.Lines());
        Assert.Contains("Leeds · last Sat 21 Nov, today (Sam Patel) · same name, same town", asked.Lines());
        Assert.Equal("Two Rivers Care", (string?)asked.Field("name")!["value"]);
        Assert.Equal(1, await CountAsync("two rivers"));

        var saved = (await _scene.PressAsync(asked, "Add it all the same", Filled(asked))).CardOf();
        Assert.Equal(["Employer added", "Two Rivers Care", "Castleford"], saved.Lines());
        Assert.Equal(2, await CountAsync("two rivers"));
        Assert.Contains("was not added", (await _scene.PressAsync(saved, "Undo")).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("two rivers"));
    }

    [Fact]
    public async Task Other_words_in_the_form_are_checked_for_doubles_again_and_what_cannot_be_kept_is_said()
    {
        var empty = (await _scene.SayAsync("new employer")).CardOf();
        var wrong = (await _scene.PressAsync(empty, "Add it", new JsonObject { ["name"] = "Zeugma Works", ["postcode"] = "n/a" })).CardOf();
        Assert.Contains("Nothing was saved. Postcode: leave it empty when it is not known.", wrong.Lines());
        Assert.Equal("Zeugma Works", (string?)wrong.Field("name")!["value"]);

        var likely = (await _scene.PressAsync(wrong, "Add it", new JsonObject { ["name"] = "Fridays Cafe", ["town"] = "Otley" })).CardOf();
        Assert.Contains("There is one that may be the same. Look at it first.", likely.Lines());
        Assert.Equal(0, await CountAsync("zeugma"));
    }

    [Fact]
    public async Task A_pasted_signature_is_shown_before_it_is_saved()
    {
        var form = (await _scene.SayAsync("add contact at Two Rivers:\nBev Ramsden\nShift Manager\nT: 01632 960 123\nbev@tworivers.example.com\nwww.tworivers.example.com")).CardOf();
        Assert.Contains("Two Rivers Care Home", form.Lines());
        Assert.Equal(("Bev Ramsden", "Shift Manager", "01632 960123", "bev@tworivers.example.com"), (Value("name"), Value("role"), Value("phone"), Value("email")));
        Assert.DoesNotContain("Bev Ramsden", (await _scene.SayAsync("two rivers")).CardOf().Whole(), StringComparison.Ordinal);

        var fields = Filled(form);
        fields["phone"] = "ring after 4";
        var wrong = (await _scene.PressAsync(form, "Save", fields)).CardOf();
        Assert.Contains(wrong.Lines(), line => line.Contains("type the number alone, for example 01632 960123", StringComparison.Ordinal));
        Assert.Equal("ring after 4", (string?)wrong.Field("phone")!["value"]);

        var saved = (await _scene.PressAsync(wrong, "Save", Filled(form))).CardOf();
        Assert.Equal(["Contact saved", "Bev Ramsden", "Two Rivers Care Home (Castleford)", "Role: Shift Manager", "Phone: 01632 960123", "E-mail: bev@tworivers.example.com"], saved.Lines());
        var employer = await EmployerAsync("Two Rivers Care Home");
        Assert.Equal("https://www.tworivers.example.com", employer.Website);

        var known = (await _scene.SayAsync("add contact at Two Rivers: Bev Ramsden, deputy manager")).CardOf();
        Assert.Contains("Known contact", known.Lines());
        await _scene.PressAsync(known, "Save", Filled(known));
        var bev = Assert.Single(await _scene.ReadAsync(session => session.Employers.ContactsAsync(employer.Id)), person => person.Name == "Bev Ramsden");
        Assert.Equal(("deputy manager", "+441632960123"), (bev.Role, bev.Phone));

        string? Value(string field) => (string?)form.Field(field)!["value"];
    }

    [Fact]
    public async Task A_signature_without_a_known_employer_asks_which_one()
    {
        var form = (await _scene.SayAsync("add contact Bev Ramsden, manager, 07700 900123")).CardOf();
        var asked = (await _scene.PressAsync(form, "Save", Filled(form))).CardOf();
        Assert.Contains(asked.Lines(), line => line.StartsWith("Which employer?", StringComparison.Ordinal));
        var fields = Filled(asked);
        fields["employerName"] = "friday's cafe";
        Assert.Contains("Friday's Café (Otley)", (await _scene.PressAsync(asked, "Save", fields)).CardOf().Lines());
    }

    [Fact]
    public async Task The_number_stands_beside_the_link_and_one_tap_logs_what_came_of_the_call()
    {
        await AddPhoneAsync("Two Rivers Care Home", "Sarah Okafor");
        var card = (await _scene.SayAsync("two rivers")).CardOf();
        Assert.Contains("Sarah Okafor · 01632 960123 ext 4", card.Lines());
        Assert.Contains("\"url\":\"tel:+441632960123;ext=4\"", card.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Contains("Phone call logged", (await _scene.PressAsync(card, "No answer")).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Contains("Contact: Sarah Okafor", (await _scene.PressAsync(card, "Spoke")).CardOf().Whole(), StringComparison.Ordinal);
        var visits = await _scene.VisitsOfAlexAsync();
        var rows = await _scene.ReadAsync(async session => new[] { await session.Visits.VisitAsync(visits[0].Id), await session.Visits.VisitAsync(visits[1].Id) });
        Assert.Equal([Channel.Phone, Channel.Phone], rows.Select(row => row!.Channel));
        Assert.Single(rows, row => row!.Facts.Reached == Reached.Nobody);

        var others = (await _scene.SayAsync("two rivers", _scene.Noor)).CardOf();
        Assert.Contains("Sarah Okafor", others.Lines());
        Assert.DoesNotContain("960123", others.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Add contact", others.Buttons());
    }

    [Fact]
    public async Task An_opening_in_a_note_is_saved_in_one_tap_and_listed_for_the_team()
    {
        Assert.StartsWith("No opening is live.", (await _scene.SayAsync("openings")).CardOf().Lines()[1], StringComparison.Ordinal);
        var logged = (await _scene.SayAsync("visited Friday's Café today, met Marta, they want two porters from Jan")).CardOf();

        var saved = (await _scene.PressAsync(logged, "Save opening: two porters")).CardOf();
        Assert.Contains("Opening saved: two porters, from Fri 1 Jan 2027 · live until Fri 29 Jan 2027", saved.Lines());
        Assert.DoesNotContain("Save opening: two porters", saved.Buttons());
        Assert.Contains("saved already: two porters", (await _scene.PressAsync(logged, "Save opening: two porters")).SentenceOf(), StringComparison.Ordinal);

        var list = (await _scene.SayAsync("openings", _scene.Sam)).CardOf();
        Assert.Contains("Friday's Café (Otley) · from Fri 1 Jan 2027 · live until Fri 29 Jan 2027 · said by Marta Kowalska", list.Lines());
        Assert.DoesNotContain("Two porters", (await _scene.SayAsync("openings", _scene.Noor)).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Contains("Two porters · from Fri 1 Jan 2027 · live until Fri 29 Jan 2027", (await _scene.SayAsync("friday's cafe")).CardOf().Lines());

        var closed = (await _scene.PressAsync(list, "Close it", person: _scene.Sam)).CardOf();
        Assert.Contains("Closed: two porters at Friday's Café.", closed.Lines());
        Assert.Contains("is live again", (await _scene.PressAsync(closed, "Undo", person: _scene.Sam)).CardOf().Whole(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_names_a_client_does_not_say_the_opening_of_its_note()
    {
        var logged = (await _scene.SayAsync("visited Friday's Café today with JS12, they want two porters from Jan")).CardOf();
        Assert.Contains("Save opening", logged.Buttons());
        Assert.DoesNotContain("porters", logged.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_plans_a_first_visit_is_told_of_colleagues_and_of_whom_not_to_approach()
    {
        await _scene.SayAsync("visited Two Rivers on 3 November", _scene.Sam);
        await _scene.SayAsync("visiting Two Rivers on Tuesday", _scene.Noor);
        await ChangeAsync("Two Rivers Care Home", employer => employer with { DoNotApproachSince = new DateOnly(2026, 11, 2) });

        var planned = (await _scene.SayAsync("visiting Two Rivers on Friday")).CardOf();
        Assert.Contains("Sam Patel (Leeds) was in contact on Tue 3 Nov, 18 days ago. Talk to them first.", planned.Lines());
        Assert.Contains("Noor Ali plans a visit there on Tue 24 Nov, in 3 days.", planned.Lines());
        Assert.Contains("Do not approach (since Mon 2 Nov), on any channel, visits included.", planned.Lines());

        var again = (await _scene.SayAsync("visiting Two Rivers on 1 December", _scene.Sam)).CardOf();
        Assert.DoesNotContain("Talk to them first", again.Whole(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_employer_is_said_when_it_is_typed_and_can_be_brought_back()
    {
        await ChangeAsync("B & J Motors", employer => employer with { ArchivedOn = new DateOnly(2026, 11, 3) });

        var card = (await _scene.SayAsync("b and j motors")).CardOf();
        Assert.Contains("Archived on Tue 3 Nov: no longer offered when names are looked up.", card.Lines());

        await _scene.SayAsync("visited B & J Motors today");
        Assert.Contains(_scene.Connector.Calls, call => call.Said().StartsWith("B & J Motors was archived on Tue 3 Nov", StringComparison.Ordinal));

        Assert.DoesNotContain("Archived", (await _scene.PressAsync(card, "Bring back")).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Null((await EmployerAsync("B & J Motors")).ArchivedOn);
    }

    [Fact]
    public async Task Why_a_level_and_what_would_move_it_up_are_one_tap_away()
    {
        await _scene.SayAsync("visited Two Rivers today, met Sarah");
        var why = (await _scene.PressAsync((await _scene.SayAsync("two rivers")).CardOf(), "Why this level")).CardOf();
        Assert.Contains("Visits in person: 1", why.Lines());
        Assert.Contains("What would move it up", why.Lines());
        Assert.Contains(why.Lines(), line => line.StartsWith("Level ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("who knows The Potting Shed")]
    [InlineData("employer potting shed")]
    [InlineData("find LS29 7XY")]
    [InlineData("who is Imran Aziz?")]
    public async Task An_employer_is_shown_by_what_else_is_known_of_it(string typed)
    {
        await ChangeAsync("Costwell Stores – Bradford", employer => employer with { TradingNames = ["The Potting Shed"], Postcode = "LS29 7XY" });

        Assert.Contains("Costwell Stores – Bradford", (await _scene.SayAsync(typed)).CardOf().Lines());
    }

    [Theory]
    [InlineData("who knows costwell", "Which employer?")]
    [InlineData("tell me about friday's", "Friday's Café")]
    public async Task A_part_of_a_name_is_enough_to_ask_who_knows_an_employer(string typed, string shown) =>
        Assert.Contains(shown, (await _scene.SayAsync(typed)).CardOf().Lines());

    [Fact]
    public async Task A_long_list_of_openings_pages_in_place()
    {
        foreach (var (job, day) in new[] { "porter", "cook", "chef", "barista", "waiter", "cleaner", "driver" }.Select((job, index) => (job, index)))
            await AddOpeningAsync(job, day);

        var first = (await _scene.SayAsync("vacancies")).CardOf();
        Assert.DoesNotContain("Driver", first.Lines());
        Assert.Contains("Driver", (await _scene.PressAsync(first, "Next")).CardOf().Lines());
    }

    private async Task AddOpeningAsync(string job, int day)
    {
        var (alex, cafe) = (await _scene.AlexRowAsync(), await EmployerAsync("Friday's Café"));
        var opening = new Opening
        {
            Id = _scene.Ids.New(), EmployerId = cafe.Id, TeamId = alex.TeamId, Job = job, ClosesOn = new DateOnly(2026, 12, 1).AddDays(day), RecordedById = alex.Id, RecordedAt = Scene.Start, Version = 1,
        };
        await _scene.Store.WriteAsync(
            async session =>
            {
                await session.Openings.AddAsync(opening);
                return true;
            },
            TestContext.Current.CancellationToken);
    }

    private static JsonObject Filled(JsonNode card)
    {
        var fields = new JsonObject();
        foreach (var id in new[] { "name", "town", "postcode", "employerName", "role", "phone", "email", "bestTime", "website" })
        {
            if (card.Field(id) is { } field)
                fields[id] = (string?)field["value"] ?? "";
        }

        return fields;
    }

    private async Task<Employer> EmployerAsync(string name)
    {
        var alex = Actor.For(await _scene.AlexRowAsync(), Via.Job);
        return await _scene.ReadAsync(async session =>
            (await session.Employers.EmployerAsync((await session.Employers.WithKeysAsync(alex, EmployerKeys.ForName(name))).First(found => found.Name == name).Id))!);
    }

    private async Task<int> CountAsync(string words)
    {
        var alex = Actor.For(await _scene.AlexRowAsync(), Via.Job);
        return (await _scene.ReadAsync(session => session.Employers.WithKeysAsync(alex, EmployerKeys.ForQuery(words.Split(' '))))).Count;
    }

    private async Task ChangeAsync(string name, Func<Employer, Employer> change)
    {
        var employer = await EmployerAsync(name);
        await _scene.Store.WriteAsync(session => session.Employers.SaveAsync(change(employer) with { Version = employer.Version + 1 }, employer.Version), TestContext.Current.CancellationToken);
    }

    private async Task AddPhoneAsync(string name, string person)
    {
        var employer = await EmployerAsync(name);
        var contact = (await _scene.ReadAsync(session => session.Employers.ContactsAsync(employer.Id))).Single(known => known.Name == person);
        var changed = contact with { Phone = "+441632960123", PhoneExtension = "4", Version = contact.Version + 1 };
        await _scene.Store.WriteAsync(session => session.Employers.SaveAsync(changed, contact.Version), TestContext.Current.CancellationToken);
    }
}
