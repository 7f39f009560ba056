import { mount } from './mount'
import { Why } from './why'

mount(<Why />)
