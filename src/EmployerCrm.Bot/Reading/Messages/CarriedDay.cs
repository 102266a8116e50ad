namespace EmployerCrm.Bot.Reading.Messages;

/// <summary>A day said once for several contacts, put on one that says none itself.</summary>
internal static class CarriedDay
{
    public static LineReading Onto(LineReading reading, DateOnly day, DateOnly today)
    {
        if (reading.DateStated || reading.Intent is not (Intent.LogVisit or Intent.PlanVisit) || reading.Ask is ReadingQuestion.Date && reading.Intent == Intent.LogVisit)
            return reading;
        var ahead = day > today;
        var doubtful = ahead && reading is { Intent: Intent.LogVisit, TenseStated: true } && reading.Notes is null || !ahead && day < today && reading.Intent == Intent.PlanVisit;
        return reading with
        {
            Date = day,
            DateStated = true,
            TenseStated = reading.TenseStated || day < today,
            Intent = ahead && !reading.TenseStated ? Intent.PlanVisit : reading.Intent,
            Ask = doubtful ? ReadingQuestion.Date : reading.Ask == ReadingQuestion.Date ? null : reading.Ask,
        };
    }
}
