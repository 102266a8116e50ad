// Prints the bank holidays of the three nations from one year to another, as JSON: { "Scotland": ["2026-01-01", …], … }.
import Holidays from 'date-holidays';

const regions = { EnglandAndWales: 'ENG', Scotland: 'SCT', NorthernIreland: 'NIR' };
const [first, last] = process.argv.slice(2).map(Number);
const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
const daysOf = region => years.flatMap(year =>
  new Holidays('GB', region).getHolidays(year).filter(day => day.type === 'public').map(day => day.date.slice(0, 10)));

console.log(JSON.stringify(Object.fromEntries(Object.entries(regions).map(([nation, region]) => [nation, daysOf(region)]))));
