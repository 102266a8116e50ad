using System.Text.Json.Nodes;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What a person chooses for themselves, by a line and by the form.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task The_form_shows_what_holds_and_saves_what_is_filled_in()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("settings")).CardOf();
        Assert.Equal(("08:30", "18:30", "07:30", "-"), (Value(form, "settings.digestAt"), Value(form, "settings.quietFrom"), Value(form, "settings.quietUntil"), Value(form, "settings.language")));
        Assert.Equal("Monday,Tuesday,Wednesday,Thursday,Friday", Value(form, "settings.days"));
        Assert.Equal("CountOnCards,WrapUp", Value(form, "settings.shown"));

        var saved = (await scene.PressAsync(form, "Save", Filled("09:15", "Monday,Thursday", "17:00", "08:00", "AllClear"))).CardOf();

        Assert.Equal(
            [
                "Settings saved", "Morning digest: 09:15", "Days you work: Monday, Thursday", "Quiet hours: 17:00 to 08:00", "The week's count on cards (\"4 of 6\"): off",
                "A wrap-up at the end of my week: off", "A short word when nothing is due: on",
            ],
            saved.Lines());
        var stored = await StoredAsync(scene);
        Assert.Equal((new TimeOnly(9, 15), WorkingDays.Monday | WorkingDays.Thursday, false, true, 1), (stored.DigestAt, stored.WorkingDays, stored.WrapUp, stored.AllClear, stored.Version));
        Assert.NotNull(stored.DigestAskedAt);
    }

    [Fact]
    public async Task What_is_refused_stands_in_the_form_with_the_sentence_and_nothing_is_lost()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("settings")).CardOf();
        var again = (await scene.PressAsync(form, "Save", Filled("06:00", "Tuesday", "17:00", "08:00", "WrapUp"))).CardOf();

        Assert.Contains("The digest would come in your quiet hours (17:00 to 08:00), so nothing was changed. Choose another time, or move the quiet hours.", again.Lines());
        Assert.Equal(("06:00", "Tuesday", "17:00", "WrapUp"), (Value(again, "settings.digestAt"), Value(again, "settings.days"), Value(again, "settings.quietFrom"), Value(again, "settings.shown")));
        Assert.Equal(0, (await StoredAsync(scene)).Version);
        Assert.Contains("Settings saved", (await scene.PressAsync(again, "Save", Filled("08:00", "Tuesday", "17:00", "08:00", "WrapUp"))).CardOf().Lines());
    }

    [Fact]
    public async Task Without_a_working_day_nothing_is_saved()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("settings")).CardOf();
        Assert.Contains("from Monday to Friday", (await scene.PressAsync(form, "Save", Filled("08:30", "", "18:30", "07:30", ""))).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Contains("from Monday to Friday", (await scene.SayAsync("I work Saturdays")).Said(), StringComparison.Ordinal);
        Assert.Equal(0, (await StoredAsync(scene)).Version);
    }

    [Fact]
    public async Task A_form_that_is_out_of_date_says_so_keeps_what_was_filled_in_and_saves_the_second_time()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("settings")).CardOf();
        await scene.SayAsync("digest at 10");
        var again = (await scene.PressAsync(form, "Save", Filled("09:00", "Monday", "18:30", "07:30", "WrapUp"))).CardOf();

        Assert.Contains("changed it meanwhile", again.Whole(), StringComparison.Ordinal);
        Assert.Equal("09:00", Value(again, "settings.digestAt"));
        Assert.Equal(new TimeOnly(10, 0), (await StoredAsync(scene)).DigestAt);
        await scene.PressAsync(again, "Save", Filled("09:00", "Monday", "18:30", "07:30", "WrapUp"));
        Assert.Equal(new TimeOnly(9, 0), (await StoredAsync(scene)).DigestAt);
    }

    [Theory]
    [InlineData("digest at 8", "Morning digest: 08:00")]
    [InlineData("quiet after 6", "Quiet hours: 18:00 to 07:30")]
    [InlineData("no quiet hours", "Quiet hours: none")]
    [InlineData("my days are Mon Tue Thu", "Days you work: Monday, Tuesday, Thursday")]
    [InlineData("hide the count", "The week's count on cards (\"4 of 6\"): off")]
    [InlineData("no wrap up", "A wrap-up at the end of my week: off")]
    public async Task A_line_sets_one_thing_and_undo_takes_it_back(string line, string said)
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(line)).CardOf();
        Assert.Equal(["Settings saved", said], card.Lines());
        Assert.Equal(["Settings saved", "It is set like that already. Nothing was changed."], (await scene.SayAsync(line)).CardOf().Lines());

        Assert.Contains("Undone: your settings are as before.", (await scene.PressAsync(card, "Undo")).CardOf().Lines());

        var now = await StoredAsync(scene);
        Assert.Equal(PersonSettings.UsualOf(now.SpecialistId) with { Version = 2 }, now);
    }

    [Fact]
    public async Task Changes_are_taken_back_one_after_the_other_and_only_while_nothing_came_after()
    {
        await using var scene = await Scene.StartAsync();
        var first = (await scene.SayAsync("digest at 8")).CardOf();
        await scene.SayAsync("quiet after 6");
        Assert.Contains("changed meanwhile", (await scene.PressAsync(first, "Undo")).SentenceOf(), StringComparison.Ordinal);
        await scene.SayAsync("undo");
        await scene.SayAsync("undo");
        Assert.Equal((new TimeOnly(8, 30), new TimeOnly(18, 30)), ((await StoredAsync(scene)).DigestAt, (await StoredAsync(scene)).QuietFrom));
    }

    [Fact]
    public async Task A_digest_inside_quiet_hours_and_no_digest_at_all_are_answered_in_words()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Equal(
            "The digest would come in your quiet hours (18:30 to 07:30), so nothing was changed. Choose another time, or move the quiet hours.", (await scene.SayAsync("digest at 7")).Said());
        Assert.Contains("can't be switched off", (await scene.SayAsync("no digest")).Said(), StringComparison.Ordinal);
        Assert.Equal(0, (await StoredAsync(scene)).Version);
    }

    [Fact]
    public async Task Any_card_may_ask_for_the_hour_of_the_digest()
    {
        await using var scene = await Scene.StartAsync();
        var answer = await scene.InvokeAsync(scene.Alex.Execute("set-digest-at", new JsonObject { ["settings.digestAt"] = "09:45" }, "card-1"));
        Assert.Contains("Morning digest: 09:45", answer.CardOf().Lines());
        Assert.Contains("no longer in use", (await scene.InvokeAsync(scene.Alex.Execute("set-digest-at", new JsonObject(), "card-2"))).SentenceOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_hides_the_count_does_not_see_it_on_the_cards_of_visits_and_still_in_my_week()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("this week", (await scene.SayAsync("visited Two Rivers yesterday 3pm, met Sarah")).CardOf().Whole(), StringComparison.Ordinal);
        await scene.SayAsync("hide the count");
        Assert.DoesNotContain("this week", (await scene.SayAsync("visited Friday's Café yesterday 4pm, met Marta")).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Contains("this week", (await scene.SayAsync("my week")).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Contains("this week", (await scene.SayAsync("visited Two Rivers yesterday 2pm, met Sarah", scene.Sam)).CardOf().Whole(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_person_chooses_is_not_what_another_has()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("digest at 8");
        var form = (await scene.SayAsync("settings", scene.Sam)).CardOf();
        Assert.Equal("08:30", Value(form, "settings.digestAt"));
    }

    private static string? Value(JsonNode card, string field) => (string?)card.Field(field)?["value"];

    private static JsonObject Filled(string digest, string days, string quietFrom, string quietUntil, string shown) => new()
    {
        ["settings.digestAt"] = digest, ["settings.days"] = days, ["settings.quietFrom"] = quietFrom, ["settings.quietUntil"] = quietUntil, ["settings.language"] = "-",
        ["settings.shown"] = shown,
    };

    private static async Task<PersonSettings> StoredAsync(Scene scene)
    {
        var alex = await scene.AlexRowAsync();
        return await scene.ReadAsync(session => session.Settings.OfAsync(alex.Id));
    }
}
