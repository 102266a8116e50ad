using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class EmployerCardTests
{
    [Fact]
    public async Task A_name_alone_shows_who_knows_the_employer_what_comes_next_what_is_owed_and_its_people()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Friday's Café yesterday 3pm, met Marta, wants Saturday staff, next send CV Tues");
        await scene.SayAsync("rang Friday's Café on Wednesday", scene.Noor);
        await scene.SayAsync("visiting Friday's Café next Friday at 2", scene.Sam);

        var card = (await scene.SayAsync("friday's cafe")).CardOf();

        Assert.Equal(
            [
                "Employer", "Friday's Café", "Otley", "Engagement: level 2 of 5",
                "Last contact: Visit, Fri 20 Nov, yesterday, 15:00 (you)",
                "Next planned: Visit, Fri 27 Nov, in 6 days, 14:00 (Sam Patel)",
                "Who knows them", "You · 1 contact, last Fri 20 Nov, yesterday", "Noor Ali (Bradford) · 1 contact, last Wed 18 Nov, 3 days ago",
                "What your team owes here", "Send CV · you · Tue 24 Nov, in 3 days",
                "People", "Ben Lister", "Marta Kowalska",
            ],
            card.Lines());
        Assert.Equal(["Why this level", "Add contact"], card.Buttons());
    }

    [Fact]
    public async Task Another_team_sees_who_knows_the_employer_but_nothing_that_is_owed_no_note_and_no_client()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today with JS12, they need night cover, next ring Sarah about JS12 on Monday");

        var colleagues = (await scene.SayAsync("who knows Two Rivers", scene.Sam)).CardOf();
        var others = (await scene.SayAsync("who knows Two Rivers", scene.Noor)).CardOf();

        Assert.Contains("Alex Wilber · 1 contact, last Sat 21 Nov, today", colleagues.Lines());
        Assert.Contains(colleagues.Lines(), line => line.EndsWith("· Alex Wilber · Mon 23 Nov, in 2 days", StringComparison.Ordinal));
        Assert.Contains("Alex Wilber (Leeds) · 1 contact, last Sat 21 Nov, today", others.Lines());
        Assert.Contains("Nothing is open.", others.Lines());
        Assert.DoesNotContain("JS12", others.Whole(), StringComparison.Ordinal);
        Assert.DoesNotContain("night cover", colleagues.Whole() + others.Whole(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_that_fit_are_chosen_from_and_the_choice_takes_the_place_of_the_question()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("pull up costwell")).CardOf();
        Assert.Equal(["Costwell Stores – Bradford", "Costwell Stores – Leeds"], question.Buttons().Order(StringComparer.Ordinal));

        var card = (await scene.PressAsync(question, "Costwell Stores – Leeds")).CardOf();

        Assert.Contains("Priya Nair", card.Lines());
        Assert.Contains("Nobody has been in contact yet.", card.Lines());
        Assert.Contains("Last contact: none yet", card.Lines());
        Assert.Contains("Next planned: nothing planned", card.Lines());
    }

    [Fact]
    public async Task Looking_up_changes_nothing_that_numbers_refer_to()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today, next ring Sarah Monday");
        await scene.SayAsync("due");
        await scene.SayAsync("two rivers");
        await scene.SayAsync("done 1");

        Assert.Empty(await scene.OwedByAlexAsync());
    }

    [Fact]
    public async Task An_employer_that_is_gone_is_said_so()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("costwell")).CardOf();
        var press = scene.Press(question, "Costwell Stores – Leeds");
        press["value"]!["action"]!["data"]!["employer"] = scene.Ids.New().ToString();

        Assert.Contains("no longer recorded", (await scene.InvokeAsync(press)).SentenceOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_is_no_longer_owed_there()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today, next ring Sarah Monday");
        var owed = Assert.Single(await scene.OwedByAlexAsync());
        await scene.SayAsync("due");
        await scene.SayAsync("done 1");

        Assert.Contains("Nothing is open.", (await scene.SayAsync("two rivers")).CardOf().Lines());
        Assert.Equal(FollowUpState.Done, (await scene.ReadAsync(session => session.FollowUps.FollowUpAsync(owed.Id)))!.State);
    }
}
